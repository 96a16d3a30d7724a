import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Linter } from 'eslint';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { createFolder, type Folder } from './folder.ts';
import { JSX, plugin, TS, TSX, VUE } from './rule-tester.ts';

const PAGES = join(import.meta.dirname, '../docs/rules');
const LANGUAGES: Readonly<Record<string, object>> = { jsx: JSX, ts: TS, tsx: TSX, vue: VUE };

interface Block {
  readonly language: string;
  /** What stands behind the language: `file=src/router.ts`, or `eslint invalid` with more behind it. */
  readonly info: string;
  readonly text: string;
  readonly line: number;
}

function blocksOf(page: string): readonly Block[] {
  return [...page.matchAll(/^```(\w+) (.+)\n([^]*?)^```$/gm)].map(
    ({ 1: language = '', 2: info = '', 3: text = '', index }) => ({
      language,
      info,
      text,
      line: page.slice(0, index).split('\n').length,
    }),
  );
}

/** `eslint <kind>`, then where it stands, what the settings are, whether types are known, whether nothing mends it, and the rule's options. */
interface Example extends Block {
  readonly kind: string;
  readonly file: string;
  readonly settings: unknown;
  readonly typed: boolean;
  readonly unmended: boolean;
  readonly options: readonly unknown[];
}

function exampleOf(block: Block): Example {
  const [, kind = '', ...more] = block.info.split(' ');
  const given = (name: string): string | undefined =>
    more.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  return {
    ...block,
    kind,
    file: given('in') ?? `src/example.${block.language}`,
    settings: JSON.parse(given('settings') ?? '{}'),
    typed: more.includes('typed'),
    unmended: more.includes('unmended'),
    options: more.filter((each) => each.startsWith('{')).map((each) => JSON.parse(each) as unknown),
  };
}

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  paths: { '@taskroute/router': [resolve(import.meta.dirname, '../../router/dist/index.d.ts')] },
  strict: true,
  target: ts.ScriptTarget.ESNext,
};

function programsFor(folder: Folder, { file, text, typed }: Example): readonly ts.Program[] {
  if (!typed) return [];
  folder.write(file, text);
  const host = ts.createCompilerHost(OPTIONS, true);
  host.getCurrentDirectory = () => folder.root;
  return [ts.createProgram([folder.path(file)], OPTIONS, host)];
}

function lint(name: string, folder: Folder, example: Example, text = example.text): readonly Linter.LintMessage[] {
  const { file, language, options, settings } = example;
  const programs = programsFor(folder, example);
  const messages = new Linter({ cwd: folder.root }).verify(
    text,
    {
      files: ['**'],
      plugins: { taskroute: plugin },
      rules: { [`taskroute/${name}`]: ['error', ...options] },
      settings: { taskroute: { root: folder.root, ...(settings as object) } },
      languageOptions: { ...LANGUAGES[language], ...(programs.length > 0 && { parserOptions: { programs } }) },
    },
    { filename: folder.path(file) },
  );
  expect(messages.filter(({ ruleId }) => ruleId === null)).toEqual([]);
  return messages;
}

/** The text after every fix, or the first suggestion of every finding. */
function mended(text: string, messages: readonly Linter.LintMessage[]): string {
  const fixes = messages.flatMap(({ fix, suggestions }) => fix ?? suggestions?.[0]?.fix ?? []);
  return fixes
    .toSorted((one, other) => other.range[0] - one.range[0])
    .reduce((done, { range, text: by }) => done.slice(0, range[0]) + by + done.slice(range[1]), text);
}

const MARK = / *\/\/ ✗.*$/gm;

test('every rule has a page, and every page a rule', () => {
  expect(readdirSync(PAGES).sort()).toEqual(Object.keys(rules).map((name) => `${name}.md`));
});

describe.each(Object.keys(rules))('the page of %s', (name) => {
  const page = readFileSync(join(PAGES, `${name}.md`), 'utf8');
  const blocks = blocksOf(page);
  const files = blocks.filter(({ info }) => info.startsWith('file='));
  const folder = createFolder(Object.fromEntries(files.map(({ info, text }) => [info.slice('file='.length), text])));
  const examples = blocks.filter(({ info }) => info.startsWith('eslint ')).map(exampleOf);

  test('has its header, and examples of both kinds', () => {
    expect(page).toMatch(/<!-- begin header -->[^]*<!-- end header -->/);
    expect(examples.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['invalid', 'valid']));
  });

  test('has no example that is not run', () => {
    expect(page.match(/^```(?:js|jsx|ts|tsx|vue|json)$/gm)).toBeNull();
  });

  test.each(examples.map((each, index) => [each.line, each, examples[index - 1]] as const))(
    'line %i is what it says',
    (_line, example, before) => {
      if (example.kind === 'fixed' || example.kind === 'suggested') {
        expect(before?.kind).toBe('invalid');
        const text = (before as Example).text.replace(MARK, '');
        const messages = lint(name, folder, before as Example, text);
        const has = example.kind === 'fixed' ? 'fix' : 'suggestions';
        expect(messages.some((message) => message[has] !== undefined)).toBe(true);
        expect(mended(text, messages)).toBe(example.text);
        return;
      }
      const messages = lint(name, folder, example);
      // Each line with the mark is found, and no other.
      const marked = example.text.split('\n').flatMap((line, index) => (line.includes('// ✗') ? index + 1 : []));
      expect([...new Set(messages.map(({ line }) => line))]).toEqual(example.kind === 'invalid' ? marked : []);
      if (example.kind === 'invalid') expect(marked).not.toEqual([]);
      if (example.unmended) expect(mended(example.text, messages)).toBe(example.text);
    },
  );
});
