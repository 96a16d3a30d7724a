import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createRepository,
  FLEET,
  HOSTS,
  installed,
  lint,
  MISSPELT,
  PACKAGE,
  routerText,
  run,
  type Host,
  type Repository,
} from './repository.ts';

const MENDED = routerText({
  classification: 'haiku',
  'email-draft': 'haiku',
  'email-drafft': 'haiku',
  'blog-post': 'opus',
});
const CACHE = ['.', '--cache', '--cache-strategy', 'content'];
const BARE = `import taskroute from '@taskroute/eslint-plugin';

export default [taskroute.configs.recommended];
`;

describe.each(HOSTS)('a process of %s', (host) => {
  test('finds a misspelt task without any setting', async () => {
    const repository = createRepository({ ...FLEET, 'eslint.config.js': BARE });
    const { code, findings } = await lint(host, repository);
    expect(findings).toEqual([MISSPELT]);
    expect(code).toBe(1);
  });

  test('with --cache sees a table that was edited since the last process, both ways', async () => {
    const repository = createRepository(FLEET);
    expect((await lint(host, repository, CACHE)).findings).toEqual([MISSPELT]);
    repository.write({ 'src/router.js': MENDED });
    expect((await lint(host, repository, CACHE)).findings).toEqual([]);
    repository.write({ 'src/router.js': FLEET['src/router.js'] ?? '' });
    expect((await lint(host, repository, CACHE)).findings).toEqual([MISSPELT]);
  });

  test('with --cache sees an edit of a table that the router imports', async () => {
    const lines = "export const LINES = { 'email-draft': 'haiku' };\n";
    const router = routerText({}).replace('{}', '{ ...LINES }');
    const repository = createRepository({
      ...FLEET,
      'src/lines.js': lines,
      'src/router.js': `import { LINES } from './lines.js';\n${router}`,
    });
    expect((await lint(host, repository, CACHE)).findings).toEqual([MISSPELT]);
    repository.write({ 'src/lines.js': lines.replace('email-draft', 'email-drafft') });
    expect((await lint(host, repository, CACHE)).findings).toEqual([]);
  });

  test('with --cache sees an edit of a table that a package declares in a taskroute.json of its own', async () => {
    const models = `const ROUTES = { 'email-draft': 'haiku' };
const DEFAULT_MODEL = 'sonnet';
export const pick = (task) => ROUTES[task] ?? DEFAULT_MODEL;
`;
    const repository = createRepository({
      'package.json': '{ "type": "module" }',
      'taskroute.json': '{}',
      'eslint.config.js': `import taskroute from '@taskroute/eslint-plugin';

export default [taskroute.config()];
`,
      'packages/a/taskroute.json': JSON.stringify({
        routers: [
          {
            module: 'models.js',
            table: 'ROUTES',
            default: 'DEFAULT_MODEL',
            tiers: ['haiku', 'sonnet'],
            functions: ['pick'],
          },
        ],
      }),
      'packages/a/models.js': models,
      'packages/a/mailer.js': "import { pick } from './models.js';\n\npick('email-drafft');\n",
    });
    const finding = 'packages/a/mailer.js:3 taskroute/no-unrouted-task email-drafft';
    expect((await lint(host, repository, CACHE)).findings).toEqual([finding]);
    repository.write({ 'packages/a/models.js': models.replace('email-draft', 'email-drafft') });
    expect((await lint(host, repository, CACHE)).findings).toEqual([]);
  });

  test('with modules named judges the hand-written routers of taskroute.json too', async () => {
    const repository = createRepository({
      ...FLEET,
      'taskroute.json': JSON.stringify({
        routers: [
          {
            module: 'src/models.js',
            table: 'ROUTES',
            default: 'sonnet',
            tiers: ['haiku', 'sonnet'],
            functions: ['pick'],
          },
        ],
      }),
      'src/models.js': "const ROUTES = { a: 'haiku' };\nexport const pick = (task) => ROUTES[task] ?? 'sonnet';\n",
      'src/agent.js': "import { pick } from './models.js';\n\npick('b');\n",
    });
    expect((await lint(host, repository)).findings).toEqual(['src/agent.js:3 taskroute/no-unrouted-task b', MISSPELT]);
  });

  test('with --fix sorts a table with its comments, and keeps its line ends', async () => {
    const before = [
      "import { defineRouter } from '@taskroute/router';",
      '',
      'export const ROUTES = {',
      '  // Structured.',
      '',
      "  'email-draft': 'haiku', // short",
      '  // Checked by hand in May.',
      "  classification: 'haiku',",
      "  'blog-post': 'opus' // long",
      '};',
      'export const { routeModel } = defineRouter({',
      "  tiers: ['haiku', 'opus'],",
      "  default: 'haiku',",
      '  routes: ROUTES,',
      '});',
      '',
    ];
    const after = [...before];
    after.splice(5, 3, ...before.slice(6, 8), ...before.slice(5, 6));
    const repository = createRepository({
      ...FLEET,
      'src/router.js': before.join('\r\n'),
      'eslint.config.js': BARE.replace('recommended', 'stylistic'),
    });
    const found = await lint(host, repository, ['src/router.js']);
    expect(found.findings).toEqual(['src/router.js:8 taskroute/sort-routes classification']);
    expect(await lint(host, repository, ['src/router.js', '--fix'])).toMatchObject({ code: 0, findings: [] });
    expect(repository.read('src/router.js')).toBe(after.join('\r\n'));
  });

  test('goes on where the settings are wrong, and says so', async () => {
    const repository = createRepository({
      ...FLEET,
      'eslint.config.js': BARE.replace(
        'recommended]',
        "recommended, { settings: { taskroute: { lowered: ['file://host/x'] } } }]",
      ),
    });
    const { code, findings } = await lint(host, repository, ['src/mailer.js']);
    expect(code).toBe(1);
    expect(findings).toEqual(['src/mailer.js:1 taskroute/no-unreadable-table file://host/x', MISSPELT]);
  });

  test('with --cache and a bare preset keeps the old verdict, as the README says', async () => {
    const repository = createRepository({ ...FLEET, 'eslint.config.js': BARE });
    expect((await lint(host, repository, CACHE)).findings).toEqual([MISSPELT]);
    repository.write({ 'src/router.js': MENDED });
    expect((await lint(host, repository, CACHE)).findings).toEqual([MISSPELT]);
    expect((await lint(host, repository)).findings).toEqual([]);
  });

  test('with --concurrency 2 finds the same, also after an edit under --cache', async () => {
    const services = Array.from({ length: 40 }, (_, index) => [
      `src/service-${String(index).padStart(2, '0')}.js`,
      `import { routeModel } from './router.js';\nrouteModel('task-${String(index)}');\n`,
    ]);
    const repository = createRepository({ ...FLEET, ...(Object.fromEntries(services) as Record<string, string>) });
    const alone = await lint(host, repository, ['.', '--concurrency', 'off']);
    const both = await lint(host, repository, [...CACHE, '--concurrency', '2']);
    expect(both.findings).toHaveLength(41);
    expect(both.findings).toEqual(alone.findings);
    repository.write({ 'src/router.js': MENDED });
    const after = await lint(host, repository, [...CACHE, '--concurrency', '2']);
    expect(after.findings).toEqual(alone.findings.filter((finding) => finding !== MISSPELT));
  });

  test('with --fix writes an erased call in its value form', async () => {
    const repository = createRepository(
      {
        ...FLEET,
        'src/mailer.ts':
          "import { routeModel } from './router.js';\n\nexport const model = routeModel<'email-draft'>();\n",
        'eslint.config.js': `import parser from '@typescript-eslint/parser';
import taskroute from '@taskroute/eslint-plugin';

export default [{ files: ['**/*.ts'], languageOptions: { parser } }, taskroute.config()];
`,
      },
      ['@taskroute/eslint-plugin', '@typescript-eslint/parser'],
    );
    const before = await lint(host, repository, ['src/mailer.ts']);
    expect(before.findings).toEqual([expect.stringContaining('src/mailer.ts:3 taskroute/no-erased-task')]);
    expect((await lint(host, repository, ['src/mailer.ts', '--fix'])).findings).toEqual([]);
    expect(repository.read('src/mailer.ts')).toContain("routeModel('email-draft');");
  });

  test('takes erased calls where taskroute.json says that the build makes them real', async () => {
    const text = "import { routeModel } from './router.js';\n\nexport const model = routeModel<'email-draft'>();\n";
    const repository = createRepository(
      {
        ...FLEET,
        'taskroute.json': '{ "lowered": ["src/built"] }\n',
        'src/built/mailer.ts': text.replace('./', '../'),
        'src/mailer.ts': text,
        'eslint.config.js': `import parser from '@typescript-eslint/parser';
import taskroute from '@taskroute/eslint-plugin';

export default [{ files: ['**/*.ts'], languageOptions: { parser } }, taskroute.configs.recommended];
`,
      },
      ['@taskroute/eslint-plugin', '@typescript-eslint/parser'],
    );
    const { findings } = await lint(host, repository, ['src/built/mailer.ts', 'src/mailer.ts']);
    expect(findings).toEqual([expect.stringContaining('src/mailer.ts:3 taskroute/no-erased-task')]);
  });

  test('with --print-config prints the rules and a digest that follows the table', async () => {
    const repository = createRepository(FLEET);
    const digest = async (): Promise<string> => {
      const { stdout } = await lintRaw(['--print-config', 'src/mailer.js']);
      const printed = JSON.parse(stdout) as Printed;
      expect(printed.rules['taskroute/no-unrouted-task']?.[0]).toBe(2);
      expect(printed.plugins).toContainEqual(expect.stringMatching(/^taskroute:@taskroute\/eslint-plugin@\d/));
      return printed.settings.taskroute.digest;
    };
    const lintRaw = (values: readonly string[]) => runEslint(host, values, repository.root);
    const before = await digest();
    expect(before).toMatch(/^[0-9a-f]{16}$/);
    expect(await digest()).toBe(before);
    repository.write({ 'src/router.js': MENDED });
    expect(await digest()).not.toBe(before);
  });

  test('says the same from a folder inside and from one outside of the repository', async () => {
    const repository = createRepository({
      ...FLEET,
      'taskroute.json': JSON.stringify({
        wrappers: [{ module: 'src/call-model.js', function: 'callModel', task: 'options.task' }],
      }),
      'src/call-model.js':
        "import { routeModel } from './router.js';\nexport function callModel(options) {\n  return routeModel(options.task);\n}\n",
      'src/agent.js': "import { callModel } from './call-model.js';\n\ncallModel({ task: 'explorration' });\n",
    });
    const all = ['src/agent.js:3 taskroute/no-unrouted-task explorration', MISSPELT];
    const config = ['--config', repository.path('eslint.config.js')];
    expect((await lint(host, repository)).findings).toEqual(all);
    expect((await lint(host, repository, ['.'], repository.path('src'))).findings).toEqual(all);
    const outside = await lint(host, repository, [...config, repository.root], dirname(repository.root));
    expect(outside.findings).toEqual(all);
  });

  test('follows the packages of a pnpm workspace to their source', async () => {
    const repository = createMonorepo('./src/index.ts');
    expect((await lint(host, repository)).findings).toEqual([MONOREPO_FINDING]);
    expect((await lint(host, repository, ['.'], repository.path('packages/mailer'))).findings).toEqual([
      MONOREPO_FINDING,
    ]);
  });

  test('follows the packages of a pnpm workspace to what the compiler built', async () => {
    const repository = createMonorepo('./dist/index.js');
    const built = await run(installedTsc(), ['-p', 'packages/routing'], repository.root);
    expect(built).toMatchObject({ code: 0, stdout: '' });
    rmSync(repository.path('packages/routing/src'), { recursive: true });
    expect((await lint(host, repository)).findings).toEqual([MONOREPO_FINDING]);
  });

  test('takes a CommonJS configuration', async () => {
    const repository = createRepository({
      ...FLEET,
      'eslint.config.js': '',
      'eslint.config.cjs': `const taskroute = require('@taskroute/eslint-plugin');

module.exports = [taskroute.configs.strict, taskroute.config({ routers: ['src/router.js'] })];
`,
    });
    rmSync(repository.path('eslint.config.js'));
    expect((await lint(host, repository, ['src'])).findings).toEqual([MISSPELT]);
  });

  test('says nothing of JSON and Markdown, and does not fail on them', async () => {
    const repository = createRepository({
      ...FLEET,
      'data.json': '{ "a": 1 }\n',
      'eslint.config.js': `import taskroute from '@taskroute/eslint-plugin';

// A language as @eslint/json has it: a tree and no scopes.
const json = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: 'type',
  visitorKeys: { Document: [] },
  validateLanguageOptions() {},
  parse: (file) => ({ ok: true, ast: { type: 'Document', loc: {}, range: [0, file.body.length] } }),
  createSourceCode: (file, { ast }) => ({
    ast,
    text: file.body,
    lines: [],
    getLoc: () => ({ start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }),
    getRange: () => [0, 0],
    getParent: () => null,
    traverse: () => [
      { kind: 1, target: ast, phase: 1, args: [ast] },
      { kind: 1, target: ast, phase: 2, args: [ast] },
    ],
  }),
};

export default [
  taskroute.configs.strict,
  taskroute.configs.stylistic,
  { files: ['**/*.json'], plugins: { text: { languages: { json } } }, language: 'text/json' },
];
`,
    });
    expect((await lint(host, repository)).findings).toEqual([MISSPELT]);
    expect((await lint(host, repository, ['data.json'])).findings).toEqual([]);
  });

  test('judges the script and the template of a Vue component', async () => {
    const repository = createRepository(
      {
        ...FLEET,
        'src/draft.vue': `<script setup>
import { routeModel } from './router.js';
const model = routeModel('email-drafft');
</script>

<template>
  <p :title="routeModel('blog-psot')">{{ routeModel('classificattion') }} {{ routeModel('blog-post') }} {{ model }}</p>
</template>
`,
        'eslint.config.js': `import parser from 'vue-eslint-parser';
import taskroute from '@taskroute/eslint-plugin';

export default [{ files: ['**/*.vue'], languageOptions: { parser } }, taskroute.configs.recommended];
`,
      },
      ['@taskroute/eslint-plugin', 'vue-eslint-parser'],
    );
    expect((await lint(host, repository, ['src/draft.vue'])).findings).toEqual([
      'src/draft.vue:3 taskroute/no-unrouted-task email-drafft',
      'src/draft.vue:7 taskroute/no-unrouted-task blog-psot',
      'src/draft.vue:7 taskroute/no-unrouted-task classificattion',
    ]);
  });
});

interface Printed {
  readonly rules: Readonly<Record<string, readonly unknown[] | undefined>>;
  readonly plugins: readonly string[];
  readonly settings: { readonly taskroute: { readonly digest: string } };
}

const MONOREPO_FINDING = 'packages/mailer/src/index.ts:3 taskroute/no-unrouted-task email-drafft';

function createMonorepo(entry: string): Repository {
  const repository = createRepository(
    {
      'package.json': '{ "name": "fleet", "type": "module", "private": true }\n',
      'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
      'eslint.config.js': `import parser from '@typescript-eslint/parser';
import taskroute from '@taskroute/eslint-plugin';

export default [
  { ignores: ['**/dist'] },
  { files: ['**/*.ts'], languageOptions: { parser } },
  taskroute.config({ routers: ['packages/routing/${entry}'] }),
];
`,
      'packages/routing/package.json': JSON.stringify({ name: '@acme/routing', type: 'module', exports: entry }),
      'packages/routing/tsconfig.json': JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2023',
          rootDir: 'src',
          outDir: 'dist',
          declaration: true,
          types: [],
        },
        include: ['src'],
      }),
      'packages/routing/src/index.ts': "export * from './router.js';\n",
      'packages/routing/src/router.ts': routerText({ 'email-draft': 'haiku' }).replace('};', '} as const;'),
      'packages/mailer/package.json': '{ "name": "@acme/mailer", "type": "module" }\n',
      'packages/mailer/src/index.ts':
        "import { routeModel as model } from '@acme/routing';\n\nexport const draft = model('email-drafft');\n",
    },
    ['@taskroute/eslint-plugin', '@typescript-eslint/parser'],
  );
  // pnpm gives each package links to what it names.
  repository.link('packages/routing/node_modules/@taskroute/router', installed('@taskroute/router'));
  repository.link('packages/mailer/node_modules/@acme/routing', repository.path('packages/routing'));
  return repository;
}

function runEslint(host: Host, values: readonly string[], cwd: string) {
  return run(join(installed(host), 'bin/eslint.js'), values, cwd);
}

/** The workspace's own compiler. */
function installedTsc(): string {
  return join(PACKAGE, '../../node_modules/typescript-native/bin/tsc');
}
