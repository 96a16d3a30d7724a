import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProject, readConfig } from '@taskroute/source';
import { expect, test } from 'vitest';
import { PACKAGE, run, runBuilt, SERVICE, serviceWith, type Ended } from './workshop.ts';

const PAGE = readFileSync(join(PACKAGE, 'README.md'), 'utf8');
const BLOCKS = [...PAGE.matchAll(/^```(\w*)(?: file=(\S+))?\n([^]*?)^```$/gm)].map(
  ([, language = '', file = '', text = '']) => ({ language, file, text }),
);
const ANSWERS = { erased: ['opus', 'haiku', 'haiku'], value: ['opus', 'haiku', 'haiku'] };

/** webpack and Rspack without their command lines, in a package whose built files are CommonJS. */
function compilerOf(host: string, config: string): Readonly<Record<string, string>> {
  const compile = `import { createRequire } from 'node:module';
import config from './${config}';

const host = createRequire(import.meta.url)('${host}');
host(config).run((error, stats) => {
  if (error ?? stats.hasErrors()) throw error ?? new Error(stats.toString());
});
`;
  const tsconfig = '{ "compilerOptions": { "target": "es2023", "module": "esnext", "moduleResolution": "bundler" } }';
  return { 'compile.mjs': compile, 'package.json': '{}', 'tsconfig.json': tsconfig };
}

/** What is run for each file of the page; what it builds is run too. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'vite.config.js': ['node_modules/vite/bin/vite.js', 'build', '--ssr', 'src/main.ts'],
  'rolldown.config.js': ['node_modules/rolldown/bin/cli.mjs', '-c', 'rolldown.config.js'],
  'rollup.config.js': ['node_modules/rollup/dist/bin/rollup', '-c', 'rollup.config.js'],
  'build.js': ['build.js'],
  'webpack.config.mjs': ['compile.mjs'],
  'rspack.config.mjs': ['compile.mjs'],
};

function projectOf(files: Readonly<Record<string, string>>): string {
  return serviceWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`../${name}`, text])));
}

const node = (given: readonly string[], folder: string): Promise<Ended> => run(process.execPath, given, folder);

test('every configuration of the page is run', () => {
  const files = BLOCKS.flatMap(({ file }) => (file.endsWith('js') ? file : []));
  expect(files.toSorted()).toEqual([...Object.keys(COMMANDS), 'vitest.config.js'].toSorted());
});

test.each(Object.entries(COMMANDS))('%s builds a program whose erased calls are real', async (file, command) => {
  const text = BLOCKS.find((block) => block.file === file)?.text ?? '';
  const [host = ''] = file.split('.config');
  const folder = projectOf({
    [file]: text,
    ...(command[0] === 'compile.mjs' && compilerOf(host === 'rspack' ? '@rspack/core' : host, file)),
  });
  const { code, stderr } = await node(command, folder);
  expect(code, stderr).toBe(0);
  expect(JSON.parse((await runBuilt(join(folder, 'dist/main.js'))).stdout)).toEqual(ANSWERS);
});

test('vitest.config.js runs tests whose erased calls are real', async () => {
  const text = BLOCKS.find(({ file }) => file === 'vitest.config.js')?.text ?? '';
  const folder = projectOf({
    'vitest.config.js': text,
    'one.test.ts': `import { expect, test } from 'vitest';
import { routeModel } from './src/router.ts';

test('it is real', () => expect(routeModel<'blog-post'>()).toBe('opus'));
`,
  });
  const { code, stdout } = await node(['node_modules/vitest/vitest.mjs', 'run', '--no-color'], folder);
  expect(stdout).toMatch(/Tests\s+1 passed/);
  expect(code).toBe(0);
});

const SHELL = BLOCKS.filter(({ language }) => language === 'sh').flatMap(({ text }) => text.trim().split('\n'));

test.each(SHELL.filter((command) => command.startsWith('node ')))('%s prints what it should', async (command) => {
  const { stdout, stderr } = await node(command.split(' ').slice(1), projectOf({}));
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual(ANSWERS);
});

test('what else is typed installs the package', () => {
  expect(SHELL.filter((command) => !command.startsWith('node '))).toEqual([
    'npm install --save-dev @taskroute/unplugin',
  ]);
});

test('taskroute.json is what the linter reads', () => {
  const text = BLOCKS.find(({ file }) => file === 'taskroute.json')?.text ?? '';
  expect(readConfig(projectOf({ 'taskroute.json': text }))).toMatchObject({ lowered: true, findings: [] });
});

test('the first lines are what lowering does', () => {
  const [written = '', runs = ''] = (BLOCKS.find(({ language }) => language === 'ts')?.text ?? '').split('\n');
  const [before = '', after = ''] = [written, runs].map((line) => line.replace(/;.*/, ''));
  const text = `import { routeModel } from './router.ts';\n${before}`;
  const { text: lowered } = createProject({ root: SERVICE }).lower({ file: join(SERVICE, 'any.ts'), text });
  expect(lowered.split('\n')[1]?.trim()).toBe(after);
});

test('the failure is shown as it is', async () => {
  const shown = BLOCKS.find(({ language }) => language === '')?.text ?? '';
  const folder = serviceWith({
    'mailer.ts': `import { routeModel } from './router.ts';

export function ask<Task extends 'blog-post' | 'classification'>(): string {
  return routeModel<Task>();
}

export const draft = routeModel<'blog-post'>;
`,
  });
  const { stderr } = await node(['--import', '@taskroute/unplugin/register', 'src/mailer.ts'], folder);
  expect(stderr).toContain(shown.trim());
});
