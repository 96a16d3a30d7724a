import { expect, test } from 'vitest';
import { oxlint } from './oxlint.ts';
import { createRepository, FLEET, MISSPELT, routerText } from './repository.ts';

const RULES = ['no-unrouted-task', 'no-unreadable-table', 'no-erased-task', 'no-unknown-model', 'no-duplicate-route'];
const CONFIG = JSON.stringify({
  jsPlugins: [{ name: 'taskroute', specifier: '@taskroute/eslint-plugin' }],
  categories: { correctness: 'off' },
  rules: Object.fromEntries(RULES.map((rule) => [`taskroute/${rule}`, 'error'])),
});

test('oxlint runs the same rules, and each file is judged by itself', async () => {
  const repository = createRepository({
    ...FLEET,
    '.oxlintrc.json': CONFIG,
    'src/agent.ts':
      "import { routeModel as model } from './router.js';\n\nmodel('explorration');\nmodel<'blog-post'>();\n",
    'src/clean.js': "import { routeModel } from './router.js';\n\nrouteModel('blog-post');\n",
    'src/none.js': 'export const nothing = 1;\n',
    'src/wrong.js': "import { decide } from './router.js';\n\ndecide('blog-post', { override: 'hiaku' });\n",
  });
  const { findings, code } = await oxlint(repository);
  expect(findings).toEqual([
    'src/agent.ts:3 taskroute/no-unrouted-task explorration',
    expect.stringMatching(/^src\/agent\.ts:4 taskroute\/no-erased-task /),
    MISSPELT,
    'src/wrong.js:3 taskroute/no-unknown-model hiaku',
  ]);
  expect(code).toBe(1);
});

test('oxlint reads the table as it is now', async () => {
  const repository = createRepository({ ...FLEET, '.oxlintrc.json': CONFIG });
  expect((await oxlint(repository)).findings).toEqual([MISSPELT]);
  repository.write({ 'src/router.js': routerText({ 'email-drafft': 'haiku' }) });
  expect((await oxlint(repository)).findings).toEqual([]);
});

test('oxlint with --fix writes an erased call in its value form', async () => {
  const text = "import { routeModel } from './router.js';\n\nexport const model = routeModel<'blog-post'>();\n";
  const repository = createRepository({
    ...FLEET,
    '.oxlintrc.json': CONFIG,
    'src/mailer.js': '',
    'src/mailer.ts': text,
  });
  await oxlint(repository, '--fix');
  expect(repository.read('src/mailer.ts')).toContain("routeModel('blog-post');");
});

test('oxlint sees the script of a Vue component, and not its template, as the README says', async () => {
  const repository = createRepository({
    ...FLEET,
    '.oxlintrc.json': CONFIG,
    'src/mailer.js': '',
    'src/draft.vue': `<script setup>
import { routeModel } from './router.js';
routeModel('explorration');
</script>

<template>
  <p>{{ routeModel('blog-psot') }}</p>
</template>
`,
  });
  expect((await oxlint(repository)).findings).toEqual(['src/draft.vue:3 taskroute/no-unrouted-task explorration']);
});

test('oxlint takes settings, and taskroute.json', async () => {
  const repository = createRepository({
    ...FLEET,
    '.oxlintrc.json': JSON.stringify({ ...(JSON.parse(CONFIG) as object), settings: { taskroute: { lowered: true } } }),
    'taskroute.json': '{ "wrappers": [{ "module": "src/call-model.js", "function": "callModel", "task": "task" }] }\n',
    'src/call-model.js':
      "import { routeModel } from './router.js';\nexport function callModel({ task }) {\n  return routeModel(task);\n}\n",
    'src/mailer.js': '',
    'src/agent.ts':
      "import { routeModel } from './router.js';\nimport { callModel } from './call-model.js';\n\nrouteModel<'blog-post'>();\ncallModel({ task: 'explorration' });\n",
  });
  expect((await oxlint(repository)).findings).toEqual(['src/agent.ts:5 taskroute/no-unrouted-task explorration']);
});
