import { createHash } from 'node:crypto';
import { stripVTControlCharacters } from 'node:util';
import pico from 'picocolors';
import { describe, expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { ROUTER } from '../../source/test/corpus/case.ts';
import { runIn, runWith } from './run.ts';

/** Names as somebody writes them who wants more than to be read. */
const TASK = '<script>alert("1")</script>|`a` **b** @everyone \u001b[31mred\u202e';
const FILE = 'src/a|b`c`<i>:100:&\u001b[2J.ts';

const FILES = {
  'router.ts': ROUTER,
  [FILE]: `import { routeModel } from '../router.ts';\nrouteModel(${JSON.stringify(TASK)});\nrouteModel('email-draft');\n`,
};

/** What a terminal would act on, but for the line breaks that a text has. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}]/u;

async function audited(...argv: readonly string[]): Promise<string> {
  using fixture = createFixture(FILES);
  const { exit, out } = await runIn(fixture.root, 'audit', ...argv);
  expect(exit).toBe(1);
  return out;
}

test.each([['text'], ['markdown'], ['html'], ['json'], ['sarif']])(
  'nothing that a terminal acts on comes through as %s',
  async (format) => {
    const out = await audited('--format', format);
    // JSON keeps a name as it is, and escapes what a terminal would act on by itself but for the direction of writing.
    if (format !== 'json') expect(out).not.toMatch(UNSEEN);
    expect(out).not.toContain('\u001b');
  },
);

test('every call is listed with its names escaped, too', async () => {
  const out = await audited('--calls');
  expect(out).not.toMatch(UNSEEN);
  expect(out).toContain(String.raw`\u001b[31mred`);
});

test('JSON gives names as they are', async () => {
  const { calls } = JSON.parse(await audited('--json')) as { calls: { file: string; tasks: string[] }[] };
  expect(calls[0]).toMatchObject({ file: FILE, tasks: [TASK] });
});

describe('HTML', () => {
  test('a task named <script> is a text', async () => {
    const out = await audited('--format', 'html');
    expect(out).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(out).not.toMatch(/<script|<i>|<b>/i);
  });

  test('the page needs nothing from elsewhere, and allows nothing but its own style', async () => {
    const out = await audited('--format', 'html');
    expect(out).not.toMatch(/\b(?:src|on\w+)=|url\(|@import|<link|style="/);
    const style = /<style>([^]*?)<\/style>/.exec(out)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(out)?.[1];
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
  });

  test('every table has a caption, and heads with a scope', async () => {
    const out = await audited('--format', 'html');
    const tables = out.split('<table>').slice(1);
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) expect(table).toMatch(/^\n<caption>[^<]+<\/caption>/);
    expect(out).not.toMatch(/<th(?! scope="(?:col|row)")[ >]/);
  });
});

describe('Markdown', () => {
  test('no cell ends early, and nobody is called', async () => {
    const lines = (await audited('--format', 'markdown')).split('\n');
    const findings = lines.filter((line) => line.includes('[no-unrouted-task]'));
    expect(findings).toHaveLength(1);
    expect(cellsOf(findings[0] ?? '')).toBe(3);
    expect(findings[0]).not.toMatch(/@(?!<!-- -->)\w/);
    const calls = lines.filter((line) => line.includes('red'));
    for (const line of calls) expect(cellsOf(line)).toBe(line === findings[0] ? 3 : 5);
  });

  test('a place is no picture: what stands between two colons is taken apart', async () => {
    using fixture = createFixture({
      'router.ts': ROUTER.replace(
        "'email-draft': 'haiku'",
        `${'\n'.repeat(99)}'email-draft': 'haiku', 'email-draft': 'opus'`,
      ),
      'app.ts': `import { routeModel } from './router.ts';\nrouteModel('email-draft');\n`,
    });
    const { out } = await runIn(fixture.root, 'audit', '--format', 'markdown');
    expect(out).toContain('router.ts:<!-- -->101:');
    expect(out).not.toMatch(/^(?!.*`[^`]*:101:)[^\n]*:101:/m);
  });
});

/** By the pipes that are not escaped: a cell ends at each. */
function cellsOf(line: string): number {
  return line.replace(/\\./g, '').split('|').length - 2;
}

describe('text', () => {
  test('a pipe gets every line whole', async () => {
    const out = await audited();
    expect(out).not.toContain('…');
    expect(out.split('\n').some((line) => line.length > 200)).toBe(true);
  });

  test('colours are of the command alone, and go with the terminal', async () => {
    using fixture = createFixture(FILES);
    const { out } = await runWith({ isTerminal: true, colors: pico.createColors(true) }, fixture.root, 'audit');
    const without = await runWith({ isTerminal: true }, fixture.root, 'audit');
    const bare = stripVTControlCharacters(out);
    expect(out).not.toBe(bare);
    expect(bare).toBe(without.out);
  });
});
