import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { createFolder } from './folder.ts';
import { plugin, TS, TSX, VUE } from './rule-tester.ts';

const PAGES = join(import.meta.dirname, '../docs/rules');

interface Block {
  readonly language: string;
  /** What stands behind the language: `file=src/router.ts`, or `eslint invalid` with options behind it. */
  readonly info: string;
  readonly text: string;
  readonly line: number;
}

function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```(\w+) (.+)\n([^]*?)^```$/gm)].map(([, language = '', info = '', text = ''], index) => ({
    language,
    info,
    text,
    line: page.slice(0, [...page.matchAll(/^```\w+ .+$/gm)][index]?.index).split('\n').length,
  }));
}

test('every rule has a page, and every page a rule', () => {
  expect(readdirSync(PAGES).sort()).toEqual(Object.keys(rules).map((name) => `${name}.md`));
});

describe.each(Object.keys(rules))('the page of %s', (name) => {
  const page = readFileSync(join(PAGES, `${name}.md`), 'utf8');
  const blocks = blocksOf(page);
  const files = blocks.filter(({ info }) => info.startsWith('file='));
  const folder = createFolder(Object.fromEntries(files.map(({ info, text }) => [info.slice('file='.length), text])));
  const examples = blocks.filter(({ info }) => info.startsWith('eslint '));

  test('has its header, and examples of both kinds', () => {
    expect(page).toMatch(/<!-- begin header -->[^]*<!-- end header -->/);
    expect(examples.map(({ info }) => info.split(' ')[1])).toEqual(expect.arrayContaining(['invalid', 'valid']));
  });

  test.each(examples.map((each) => [each.line, each] as const))(
    'line %i is what it says',
    (_line, { language, info, text }) => {
      const [, kind, ...options] = info.split(' ');
      const languageOptions = { ts: TS, tsx: TSX, vue: VUE }[language];
      const messages = new Linter({ cwd: folder.root }).verify(
        text,
        {
          files: ['**'],
          plugins: { taskroute: plugin },
          rules: { [`taskroute/${name}`]: ['error', ...options.map((each) => JSON.parse(each) as unknown)] },
          ...(languageOptions && { languageOptions }),
        },
        { filename: folder.path(`src/example.${language}`) },
      );
      expect(messages.filter(({ ruleId }) => ruleId === null)).toEqual([]);
      // Each line with the mark is found, and no other.
      const marked = text.split('\n').flatMap((line, index) => (line.includes('// ✗') ? index + 1 : []));
      expect([...new Set(messages.map(({ line }) => line))]).toEqual(kind === 'invalid' ? marked : []);
      if (kind === 'invalid') expect(marked).not.toEqual([]);
    },
  );
});
