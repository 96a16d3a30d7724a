import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Fixture } from '../../source/test/fixture.ts';
import { routerFile } from '../src/init/router-file.ts';
import { runIn, runWith } from './run.ts';
import { faultsOfJson } from './schema.ts';
import { BIN, COMPILERS, projectOf, runNode } from './workshop.ts';

const LINTED = ['router', 'eslint-plugin', 'eslint', '@typescript-eslint/parser'];

function read(fixture: Fixture, name: string): string {
  return readFileSync(fixture.path(name), 'utf8');
}

async function lint(fixture: Fixture, ...argv: readonly string[]): Promise<string> {
  const eslint = join(fixture.path('node_modules/eslint'), 'bin/eslint.js');
  const { out, err } = await runNode(fixture.root, eslint, '.', ...argv);
  return out + err;
}

test('a project of TypeScript gets a router and a configuration, and hears what comes next', async () => {
  using fixture = projectOf({ 'tsconfig.json': '{}', 'src/main.ts': '', 'pnpm-lock.yaml': '' });
  const { exit, out, err } = await runIn(fixture.root, 'init');
  expect({ exit, err, out }).toEqual({
    exit: 0,
    err: '',
    out: `Wrote src/model-router.ts.
Wrote eslint.config.js.

Next:
  pnpm add @taskroute/router
  pnpm add --save-dev @taskroute/eslint-plugin eslint @typescript-eslint/parser
  npx taskroute audit
`,
  });
  expect(read(fixture, 'src/model-router.ts')).toBe(routerFile(true));
  expect(read(fixture, 'eslint.config.js')).toContain("taskroute.config({ routers: ['src/model-router.ts'] }),\n");
});

test('once everything is in place it changes nothing, and that is no finding', async () => {
  using fixture = projectOf({ 'tsconfig.json': '{}', 'src/main.ts': '' });
  await runIn(fixture.root, 'init');
  const before = [read(fixture, 'src/model-router.ts'), read(fixture, 'eslint.config.js')];
  const { exit, out } = await runIn(fixture.root, 'init', '--json');
  expect([exit, faultsOfJson('init', out)]).toEqual([0, []]);
  expect(JSON.parse(out)).toMatchObject({
    files: [
      { file: 'src/model-router.ts', action: 'stands', reason: 'it holds a router' },
      { file: 'eslint.config.js', action: 'stands', reason: 'it has the plugin' },
    ],
  });
  expect([read(fixture, 'src/model-router.ts'), read(fixture, 'eslint.config.js')]).toEqual(before);
});

test('a router under another name is not given a second one, and is the one that is linted', async () => {
  const routes = `import { defineRouter } from '@taskroute/router';\nexport const router = defineRouter({ tiers: ['a'], default: 'a', routes: {} });\n`;
  using fixture = projectOf({ 'lib/routes.js': routes });
  expect((await runIn(fixture.root, 'init')).out).toContain('lib/routes.js stays as it is: it holds a router.\n');
  expect(read(fixture, 'eslint.config.js')).toContain("routers: ['lib/routes.js']");
  expect(existsSync(fixture.path('model-router.js'))).toBe(false);
});

test('a file of that name is never overwritten, whatever it holds', async () => {
  using fixture = projectOf({ 'tsconfig.json': '{}', 'model-router.js': 'mine' });
  expect((await runIn(fixture.root, 'init', '--yes')).exit).toBe(0);
  expect(read(fixture, 'model-router.js')).toBe('mine');
  expect(existsSync(fixture.path('model-router.ts'))).toBe(false);
});

describe('what is written works', () => {
  test.each(COMPILERS.map((each) => [each.name, each.program] as const))(
    '%s takes the router',
    async (_name, program) => {
      using fixture = projectOf({ 'tsconfig.json': '{}' });
      await runIn(fixture.root, 'init');
      fixture.write(
        'use.ts',
        `import { getTier, routeModel, tasks } from './model-router.js';
const model: 'opus' = routeModel('blog-post');
const tier: 2 = getTier(tasks['email-draft']);
const domain: 'sonnet' = routeModel('research/notes');
console.log(model, tier, domain);
`,
      );
      const options = [
        '--strict',
        '--noUncheckedIndexedAccess',
        '--exactOptionalPropertyTypes',
        '--noUnusedLocals',
        '--verbatimModuleSyntax',
      ];
      fixture.write(
        'tsconfig.json',
        JSON.stringify({
          compilerOptions: {
            module: 'nodenext',
            target: 'es2023',
            types: [],
            lib: ['es2023', 'dom'],
            outDir: 'out',
            rootDir: '.',
          },
          include: ['*.ts'],
        }),
      );
      const { exit, out } = await runNode(fixture.root, program, '-p', '.', ...options);
      expect([exit, out]).toEqual([0, '']);
      expect(await runNode(fixture.root, 'out/use.js')).toEqual({ exit: 0, out: 'opus 2 sonnet\n', err: '' });
    },
  );

  test.each([
    ['an ES module', 'module', 'model-router.js', 'main.js', "import { routeModel } from './model-router.js';"],
    ['CommonJS', 'commonjs', 'model-router.mjs', 'main.js', "const { routeModel } = require('./model-router.mjs');"],
  ])('plain JavaScript runs it from %s', async (_what, type, router, main, first) => {
    using fixture = projectOf({
      'package.json': JSON.stringify({ type }),
      [main]: `${first}\nconsole.log(routeModel('blog-post'));\n`,
    });
    expect((await runIn(fixture.root, 'init')).out).toContain(`Wrote ${router}.\n`);
    const { exit, out } = await runNode(fixture.root, main);
    expect([exit, out]).toEqual([0, 'opus\n']);
  });

  test.each([
    ['TypeScript', { 'tsconfig.json': '{}' }, 'use.ts'],
    ['JavaScript', {}, 'use.js'],
    ['CommonJS', { 'package.json': '{}' }, 'use.mjs'],
  ])('ESLint takes the configuration, and finds a task without a route: %s', async (_what, files, use) => {
    using fixture = projectOf(files, LINTED);
    await runIn(fixture.root, 'init');
    expect(await lint(fixture, '--max-warnings', '0')).toBe('');
    const ending = use.endsWith('.ts') ? 'ts' : 'package.json' in files ? 'mjs' : 'js';
    fixture.write(use, `import { routeModel } from './model-router.${ending}';\nrouteModel('email-drafft');\n`);
    expect(await lint(fixture)).toMatch(/No route for the task "email-drafft" in .*Did you mean "email-draft"/);
  });

  test.each([true, false])('every preset takes the router; with types: %s', async (isTyped) => {
    const name = isTyped ? 'model-router.ts' : 'model-router.js';
    using fixture = projectOf(
      {
        [name]: routerFile(isTyped),
        'eslint.config.js': `import taskroute from '@taskroute/eslint-plugin';
import parser from '@typescript-eslint/parser';
export default [{ files: ['**/*.ts'], languageOptions: { parser } }, taskroute.config({ routers: ['${name}'], preset: ['strict', 'stylistic'] })];
`,
      },
      LINTED,
    );
    expect(await lint(fixture, '--max-warnings', '0')).toBe('');
  });

  test('an entry that was added to a configuration is read by ESLint', async () => {
    using fixture = projectOf(
      {
        'eslint.config.mjs':
          "import { defineConfig } from 'eslint/config';\n\nexport default defineConfig([\n  { rules: { 'no-var': 'error' } },\n]);\n",
        'use.js':
          "import { routeModel } from './model-router.js';\nvar model = routeModel('typo');\nexport default model;\n",
      },
      LINTED,
    );
    expect((await runIn(fixture.root, 'init')).out).toContain('Added the entry to eslint.config.mjs.\n');
    expect(await lint(fixture)).toMatch(/No route for the task "typo"/);
    expect(await lint(fixture)).toContain('no-var');
  });

  test('a package below the configuration has its router named from there', async () => {
    using fixture = projectOf(
      {
        '.git/HEAD': '',
        'eslint.config.js': 'export default [];\n',
        'packages/app/package.json': '{ "type": "module" }',
      },
      LINTED,
    );
    const { out } = await runIn(fixture.path('packages/app'), 'init', '--json');
    expect(JSON.parse(out)).toMatchObject({
      files: [{ file: 'model-router.js' }, { file: '../../eslint.config.js', action: 'edited' }],
    });
    expect(read(fixture, 'eslint.config.js')).toContain(
      "taskroute.config({ routers: ['packages/app/model-router.js'] })",
    );
    fixture.write('packages/app/use.js', "import { routeModel } from './model-router.js';\nrouteModel('typo');\n");
    expect(await lint(fixture)).toContain('No route for the task "typo"');
  });
});

test('where taskroute.json stands above the configuration, the router is named from there, as the plugin reads it', async () => {
  using fixture = projectOf(
    {
      'taskroute.json': '{}',
      'app/package.json': '{ "type": "module" }',
      'app/eslint.config.js': 'export default [];\n',
    },
    LINTED,
  );
  await runIn(fixture.path('app'), 'init');
  expect(read(fixture, 'app/eslint.config.js')).toContain("taskroute.config({ routers: ['app/model-router.js'] })");
  fixture.write('app/use.js', "import { routeModel } from './model-router.js';\nrouteModel('typo');\n");
  const eslint = join(fixture.path('node_modules/eslint'), 'bin/eslint.js');
  expect((await runNode(fixture.path('app'), eslint, '.')).out).toContain('No route for the task "typo"');
});

describe('what cannot be edited safely is not touched', () => {
  test.each([
    [
      'a function of somebody else',
      'eslint.config.js',
      "import own from './own.js';\nexport default own();\n",
      'it exports something else than a list of entries that is written out',
    ],
    ['a broken file', 'eslint.config.mjs', 'export default [;\n', 'it cannot be parsed:'],
    ['the old kind', '.eslintrc.json', '{}', 'it would put .eslintrc.json out of use; move that one to it first'],
  ])('%s: the lines to add are shown, and it is a finding', async (_what, name, text, reason) => {
    using fixture = projectOf({ [name]: text });
    const { exit, out } = await runIn(fixture.root, 'init');
    expect(exit).toBe(1);
    expect(out).toContain(`is yours to write: ${reason}`);
    expect(out).toContain(
      "Add to it:\n  import taskroute from '@taskroute/eslint-plugin';\n  taskroute.config({ routers: ['model-router.js'] }),\n",
    );
    expect(read(fixture, name)).toBe(text);
    const json = await runIn(fixture.root, 'init', '--json');
    expect([json.exit, faultsOfJson('init', json.out)]).toEqual([1, []]);
  });
});

describe('on a terminal', () => {
  async function asked(
    answer: boolean,
    ...argv: readonly string[]
  ): Promise<{ readonly questions: readonly string[]; readonly out: string; readonly isWritten: boolean }> {
    using fixture = projectOf({ 'eslint.config.js': 'export default [];\n' });
    const questions: string[] = [];
    const ask = (question: string): Promise<boolean> => {
      questions.push(question);
      return Promise.resolve(answer);
    };
    const { out } = await runWith({ isInteractive: true, ask }, fixture.root, 'init', ...argv);
    return { questions, out, isWritten: existsSync(fixture.path('model-router.js')) };
  }

  test('it lists what it will write, and a no is a no', async () => {
    expect(await asked(false)).toEqual({
      questions: ['Write model-router.js and add an entry to eslint.config.js?'],
      out: 'Nothing was written.\n',
      isWritten: false,
    });
  });

  test('a yes writes', async () => {
    expect(await asked(true)).toMatchObject({ questions: { length: 1 }, isWritten: true });
  });

  test.each(['--yes', '--json'])('%s asks nothing', async (option) => {
    expect(await asked(false, option)).toMatchObject({ questions: [], isWritten: true });
  });
});

test.each([
  ['npm', 'package-lock.json', 'npm install --save-dev @taskroute/eslint-plugin'],
  ['yarn', 'yarn.lock', 'yarn add --dev @taskroute/eslint-plugin'],
  ['bun', 'bun.lock', 'bun add --dev @taskroute/eslint-plugin'],
])('the commands are those of %s, without what is listed already', async (_manager, lockfile, command) => {
  const manifest = {
    devDependencies: { eslint: '*', '@typescript-eslint/parser': '*', typescript: '*' },
    dependencies: { '@taskroute/router': '*' },
  };
  using fixture = projectOf({ 'package.json': JSON.stringify(manifest), [lockfile]: '' });
  const { out } = await runIn(fixture.root, 'init', '--json');
  expect(JSON.parse(out)).toMatchObject({ install: [command] });
});

test('a folder that cannot be written is said, and nothing is left half', async () => {
  using fixture = projectOf({});
  // A folder where the file should stand.
  mkdirSync(fixture.path('eslint.config.js'));
  writeFileSync(fixture.path('package.json'), '{ "type": "module" }');
  const { exit, out, err } = await runIn(fixture.root, 'init');
  expect([exit, out]).toEqual([2, '']);
  expect(err).toMatch(/^taskroute: .*eslint\.config\.js cannot be read/);
  expect(existsSync(fixture.path('model-router.js'))).toBe(false);
});

test('as a process without a terminal it asks nothing', async () => {
  using fixture = projectOf({});
  const { exit, out, err } = await runNode(fixture.root, BIN, 'init');
  expect([exit, err]).toEqual([0, '']);
  expect(out).toContain('Wrote model-router.js.\nWrote eslint.config.js.\n');
});
