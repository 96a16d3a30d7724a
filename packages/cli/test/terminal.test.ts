import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { MONOREPO } from './repositories.ts';
import { runWith } from './run.ts';

const BIN = resolve(import.meta.dirname, '../dist/bin.js');
const SCRIPT = '/usr/bin/script';

/** Without what the tests' own terminal says. */
function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NO_COLOR: _no, FORCE_COLOR: _force, COLUMNS: _columns, CI: _ci, ...rest } = process.env;
  return { ...rest, TERM: 'xterm-256color', ...more };
}

interface Shown {
  readonly exit: number | null;
  readonly out: string;
}

/** The built command, as a process whose output is no terminal. */
function inPipe(cwd: string, argv: readonly string[], more: Readonly<Record<string, string>> = {}): Shown {
  const { status, stdout } = spawnSync(process.execPath, [BIN, ...argv], {
    cwd,
    env: environment(more),
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  return { exit: status, out: stdout };
}

/** The built command in a real terminal of so many columns; where a machine has none to give, with a stand-in for it. */
function inTerminal(
  cwd: string,
  columns: number,
  argv: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Shown {
  const command = [process.execPath, BIN, ...argv].map((part) => `'${part}'`).join(' ');
  const standIn = `for (const stream of [process.stdout, process.stderr]) Object.assign(stream, { isTTY: true, columns: ${String(columns)} });`;
  const [program, values] = existsSync(SCRIPT)
    ? [SCRIPT, ['-qec', `stty cols ${String(columns)} rows 50; ${command}`, '/dev/null']]
    : [process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(standIn)}`, BIN, ...argv]];
  const { status, stdout } = spawnSync(program, values, { cwd, env: environment(more), encoding: 'utf8' });
  return { exit: status, out: stdout.replaceAll('\r\n', '\n') };
}

describe('the built command', () => {
  test.each([60, 80, 100, 120])('in a terminal of %i columns has colours and keeps to the width', async (columns) => {
    using fixture = createFixture(MONOREPO);
    const { exit, out } = inTerminal(fixture.root, columns, ['audit']);
    expect(exit).toBe(1);
    expect(out).toContain('\u001b[');
    const bare = stripVTControlCharacters(out);
    const expected = await runWith({ isTerminal: true, columns }, fixture.root, 'audit');
    expect(bare).toBe(expected.out);
    expect(bare.split('\n').filter((line) => line.length > columns)).toEqual([]);
  });

  test('NO_COLOR takes the colours away, in a terminal too', () => {
    using fixture = createFixture(MONOREPO);
    const { out } = inTerminal(fixture.root, 80, ['audit'], { NO_COLOR: '1' });
    expect(out).not.toContain('\u001b[');
  });

  test('a pipe gets neither colours nor cut lines; FORCE_COLOR gives it colours', async () => {
    using fixture = createFixture(MONOREPO);
    const { exit, out } = inPipe(fixture.root, ['audit']);
    expect({ exit, out }).toEqual({ exit: 1, out: (await runWith({}, fixture.root, 'audit')).out });
    const colored = inPipe(fixture.root, ['audit'], { FORCE_COLOR: '1' });
    expect(colored.out).toContain('\u001b[');
    expect(stripVTControlCharacters(colored.out)).toBe(out);
  });

  test.each(['json', 'sarif', 'markdown', 'html'])('%s has no colours in a terminal', (format) => {
    using fixture = createFixture(MONOREPO);
    const { exit, out } = inTerminal(fixture.root, 80, ['audit', '--format', format]);
    expect(exit).toBe(1);
    expect(out).not.toContain('\u001b');
    expect(out).toBe(inPipe(fixture.root, ['audit', '--format', format]).out);
  });

  test('a large audit reaches a pipe whole', () => {
    const calls = Array.from({ length: 5_000 }, () => `routeModel('blog-post');`).join('\n');
    using fixture = createFixture({
      'router.ts': `import { defineRouter } from '@taskroute/router';
export const { routeModel } = defineRouter({ tiers: ['opus'], default: 'opus', routes: { 'blog-post': 'opus' } });
`,
      'app.ts': `import { routeModel } from './router.ts';\n${calls}\n`,
    });
    const { exit, out } = inPipe(fixture.root, ['audit', '--json']);
    expect(exit).toBe(0);
    expect((JSON.parse(out) as { calls: unknown[] }).calls).toHaveLength(5_000);
  });
});
