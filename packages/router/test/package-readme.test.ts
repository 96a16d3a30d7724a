import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaintsOf } from './package-compiler.ts';
import { PACKAGE, projectOf } from './package-project.ts';
import { assertingResults } from './package-results.ts';
import { fileOf, snippetsOf } from './package-snippets.ts';

const WORKSPACE = join(PACKAGE, '../..');
const read = (file: string): string => readFileSync(join(WORKSPACE, file), 'utf8');

describe.each(['README.md', 'packages/router/README.md'])('%s', (page) => {
  const snippets = snippetsOf(read(page)).filter(({ language }) => language === 'ts' || language === 'js');
  const files = Object.fromEntries(snippets.map((snippet) => [fileOf(snippet), snippet.code]));

  test('shows code, each block a file of its own', () => {
    expect(snippets.length).toBeGreaterThan(0);
    expect(Object.keys(files)).toHaveLength(snippets.length);
  });

  test.each(snippets.map((snippet) => fileOf(snippet)))('%s compiles', async (file) => {
    const { folder } = await projectOf(files);
    expect(complaintsOf(join(folder, file))).toEqual([]);
  });

  test.each(snippets.map((snippet) => fileOf(snippet)))('%s runs, with the results that it shows', async (file) => {
    const { code } = assertingResults(files[file] ?? '', file);
    const project = await projectOf({ ...files, [file]: code });
    expect(await project.run(file)).toMatchObject({ code: 0, stdout: '' });
  });

  test('shows results', () => {
    const counts = Object.entries(files).map(([file, code]) => assertingResults(code, file).count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5);
  });
});

describe('the errors of packages/router/README.md', () => {
  test('are all the codes there are', () => {
    const codesIn = (text: string): readonly string[] => [...new Set(text.match(/TASKROUTE_\w+/g))].sort();
    const [, errors = ''] = /^## Errors\n(.*?)^## /ms.exec(read('packages/router/README.md')) ?? [];
    expect(codesIn(errors)).toEqual(codesIn(read('packages/router/src/error.ts')));
  });
});

describe('every shell command', () => {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    '.changeset/README.md',
    'bench/README.md',
    'docs/README.md',
    'packages/router/README.md',
  ];
  const commands = pages.flatMap((page) =>
    snippetsOf(read(page))
      .filter(({ language }) => language === 'sh')
      .flatMap(({ code }) => code.trim().split('\n'))
      .map((command) => [page, command] as const),
  );
  const manifest = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
  const binaries = readdirSync(join(WORKSPACE, 'node_modules/.bin'));

  test('is found', () => {
    expect(commands.map(([, command]) => command)).toEqual(
      expect.arrayContaining(['npx -y pnpm@12 demo', 'npx -y pnpm@12 test']),
    );
  });

  test.each(commands)('of %s can be run: %s', (_page, command) => {
    const [, exec, name = ''] = /^npx -y pnpm@12 (exec )?([\w:]+)/.exec(command) ?? [];
    const [, script = ''] = /^(?:node|bash) ([\w./-]+)/.exec(command) ?? [];
    if (script !== '') expect(() => read(script)).not.toThrow();
    else if (exec !== undefined) expect(binaries).toContain(name);
    else if (name === '') expect(command).toBe('npm install @taskroute/router');
    else expect(Object.keys(manifest.scripts)).toContain(name);
  });
});
