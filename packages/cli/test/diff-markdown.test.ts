import { marked } from 'marked';
import { expect, test } from 'vitest';
import { code, prose } from '../src/diff/escape-markdown.ts';
import { createRepository } from './repository.ts';
import { runIn } from './run.ts';

/** What tries to be more than a name. */
const NAMES = [
  '|',
  'a | b',
  '`',
  '``code``',
  '<script>alert(1)</script>',
  '</code></details><img src=x onerror=alert(1)>',
  '<!-- -->',
  '**bold** _it_ ~~gone~~',
  '[link](https://evil.example)',
  '![image](https://evil.example/x.png)',
  'https://evil.example',
  'www.evil.example',
  'WWW.EVIL.EXAMPLE',
  'someone@evil.example',
  '@everyone',
  '#1',
  ':tada:',
  '$x$',
  '\\|',
  '&amp;&#124;&lt;b&gt;',
  'end\\',
  'two\nlines',
  '\u202Eright to left',
];

/** What a reader sees of a text of HTML. */
function textOf(html: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, point: string | undefined, name = '') =>
      point === undefined ? (named[String(name)] ?? '') : String.fromCodePoint(Number(point)),
    );
}

function tagsIn(html: string): readonly string[] {
  return [...new Set([...html.matchAll(/<\/?([a-z!][^\s>]*)/gi)].map(([, tag = '']) => tag))].sort();
}

test.each(NAMES)('%j is shown as it is in a cell, and is nothing more', (name) => {
  const html = marked.parse(`| a | b |\n| --- | --- |\n| ${code(name)} | ${code(name)} |\n`, { async: false });
  expect(tagsIn(html)).toEqual(['code', 'table', 'tbody', 'td', 'th', 'thead', 'tr']);
  expect(html.match(/<td>/g)).toHaveLength(2);
  const [cell = ''] = /<td>.*?<\/td>/s.exec(html) ?? [];
  expect(textOf(cell)).toBe(name.replace('\n', '\\u000a').replace('\u202E', '\\u202e'));
});

test.each(NAMES)('%j in a sentence is no more than its letters', (name) => {
  const html = marked.parse(`- ${prose(`No route for ${name} in here.`)}\n`, { async: false });
  expect(tagsIn(html).filter((tag) => tag !== 'code')).toEqual(['li', 'ul']);
  // GitHub looks for people and issues in what is no code.
  expect(html.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/[@#](?![0-9]+;)/);
});

test('a table of such tasks is a comment with one row for each', async () => {
  // The router's own check takes names with any of these but a break and what is not seen.
  const names = NAMES.filter((name) => !/[\n\u202E]/.test(name));
  const router = (model: string) => `import { defineRouter } from '@taskroute/router';
export const router = defineRouter({
  tiers: ['haiku', 'opus'],
  default: 'opus',
  routes: { ${names.map((name) => `${JSON.stringify(name)}: '${model}'`).join(', ')} },
});
`;
  using repository = createRepository({ 'router.ts': router('opus') });
  repository.write('router.ts', router('haiku'));
  const { exit, out, err } = await runIn(repository.root, 'diff', 'base', '--format', 'markdown');
  expect([exit, err]).toEqual([0, '']);
  const html = marked.parse(out, { async: false });
  const moved = html.match(/<td>down<\/td>/g) ?? [];
  expect(moved.length).toBeGreaterThan(10);
  expect(html.match(/<td/g)).toHaveLength(5 * moved.length);
  expect(html).not.toMatch(/<(?:script|img|a|b)\b/);
});

test('a comment has room on GitHub, however much changes', async () => {
  const router = (model: string) => `import { defineRouter } from '@taskroute/router';
export const { routeModel } = defineRouter({
  tiers: ['haiku', 'opus'],
  default: 'opus',
  routes: {
${Array.from({ length: 400 }, (_, index) => `    '${'|'.repeat(96)}${String(index)}': '${model}',`).join('\n')}
  },
});
`;
  using repository = createRepository({ 'router.ts': router('opus') });
  repository.write('router.ts', router('haiku'));
  const { out } = await runIn(repository.root, 'diff', 'base', '--format', 'markdown');
  expect(out).toContain('### taskroute: 400 routes move down');
  expect(out.length).toBeLessThan(65_536);
  expect(out).toMatch(/and \d+ more, which `taskroute diff` shows in a terminal/);
});
