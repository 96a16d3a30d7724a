import { mkdirSync } from 'node:fs';
import { createFolder, ROUTER } from '../folder.ts';
import { COMMONJS, testRule, TS, VUE } from '../rule-tester.ts';

const folder = createFolder({
  'router.ts': ROUTER,
  'gap.ts': `import { defineRouter } from '@taskroute/router';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: { ...load(), 'blog-post': 'a' } });`,
  'missing-table.ts': `import { defineRouter } from '@taskroute/router';\nimport { ROUTES } from './no-such-file.js';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: ROUTES });`,
  'fault.ts': `import { defineRouter } from '@taskroute/router';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: { 'blog-post': 'b' } });`,
  'cycle-a.ts': `import { B } from './cycle-b.js';\nexport const A = { ...B, 'blog-post': 'a' };`,
  'cycle-b.ts': `import { A } from './cycle-a.js';\nexport const B = { ...A };`,
  'cyclic.ts': `import { defineRouter } from '@taskroute/router';\nimport { A } from './cycle-a.js';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: A });`,
  'apart-table.ts': `export const ROUTES = {\n  ...load(),\n  'blog-post': 'a',\n};`,
  'apart.ts': `import { defineRouter } from '@taskroute/router';\nimport { ROUTES } from './apart-table.js';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: ROUTES });`,
  'half.json': `{ "blog-post": `,
  'over-json.ts': `import { defineRouter } from '@taskroute/router';\nimport ROUTES from './half.json';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: ROUTES });`,
  'over-folder.ts': `import { defineRouter } from '@taskroute/router';\nimport { ROUTES } from './folder.ts';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: ROUTES });`,
  'big.ts': `import { defineRouter } from '@taskroute/router';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: {\n${Array.from({ length: 100_000 }, (_, index) => `'task-number-${String(index)}-with-a-name-that-takes-room': 'a',`).join('\n')}\n...load() } });`,
});
mkdirSync(folder.path('folder.ts'));
const broken = createFolder({ 'taskroute.json': '{ "routers": 1 }', 'router.ts': ROUTER });
const js = folder.path('app.js');
const ts = folder.path('app.ts');

const calling = (module: string): string =>
  `import { routeModel } from './${module}.js';\nrouteModel('blog-post'); routeModel('typo');`;
const END = 'Not every route of router is known; write its table out, so that it can be read without running it.';

testRule('no-unreadable-table', {
  valid: [
    { name: 'a table that is read', filename: js, code: calling('router') },
    { name: 'a file without a router', filename: js, code: `import { x } from './elsewhere.js';\nx();` },
    {
      name: 'a router of another name from a package',
      filename: js,
      code: `import { Router } from 'express';\nRouter();`,
    },
    { name: 'a router that is defined here', filename: ts, languageOptions: TS, code: ROUTER },
    {
      name: 'a router in CommonJS',
      filename: folder.path('app.cjs'),
      languageOptions: COMMONJS,
      code: `const { routeModel } = require('./router.ts');\nrouteModel('blog-post');`,
    },
    {
      name: 'a broken taskroute.json where nothing is imported',
      filename: broken.path('app.js'),
      code: `console.log(1);`,
    },
  ],
  invalid: [
    {
      name: 'a gap elsewhere, once, at the first call',
      filename: js,
      code: calling('gap'),
      errors: [
        {
          message: `Cannot verify: is what load answers (gap.ts:2:87). ${END}`,
          line: 2,
          column: 1,
          endColumn: 24,
        },
      ],
    },
    {
      name: 'a gap here, at its place',
      filename: ts,
      languageOptions: TS,
      code: `import { defineRouter } from '@taskroute/router';\nexport const router = defineRouter({ tiers: ['a'], default: 'a', routes: { ...load() } });`,
      errors: [{ messageId: 'gap', line: 2, column: 79, endLine: 2, endColumn: 85 }],
    },
    {
      name: 'every gap here',
      filename: js,
      code: `import { defineRouter } from '@taskroute/router';\nexport const router = defineRouter({ tiers: ['a'], default: 'a', routes: {\n...load(),\nb: process.env.B } });`,
      errors: [
        { messageId: 'gap', line: 3 },
        { messageId: 'gap', line: 4 },
      ],
    },
    {
      name: 'a table in a file that is missing',
      filename: js,
      code: calling('missing-table'),
      errors: [{ messageId: 'gapElsewhere', line: 2 }],
    },
    {
      name: 'a table that is made from itself',
      filename: js,
      code: calling('cyclic'),
      errors: [{ messageId: 'gapElsewhere', line: 2 }],
    },
    {
      name: 'a table that is half typed',
      filename: js,
      code: calling('over-json'),
      errors: [{ messageId: 'gapElsewhere', line: 2 }],
    },
    {
      name: 'a folder in place of the table',
      filename: js,
      code: calling('over-folder'),
      errors: [{ messageId: 'gapElsewhere', line: 2 }],
    },
    {
      name: 'a table of 5 MB with a gap',
      filename: js,
      code: calling('big'),
      errors: [{ messageId: 'gapElsewhere', line: 2 }],
    },
    {
      name: 'a table that the router refuses',
      filename: js,
      code: calling('fault'),
      errors: [
        {
          message:
            'The router router is broken: the model of "blog-post" is "b", which is not in tiers; add it there or choose one of them (fault.ts:2:84).',
          line: 2,
          column: 1,
        },
      ],
    },
    {
      name: 'a table here that the router refuses',
      filename: ts,
      languageOptions: TS,
      code: `import { defineRouter } from '@taskroute/router';\nexport const router = defineRouter({ tiers: ['a'], default: 'a', routes: {\n'blog-post': 'b' } });`,
      errors: [{ messageId: 'fault', line: 3, column: 1, endLine: 3, endColumn: 12 }],
    },
    {
      name: 'an import that looks like a router and leads nowhere',
      filename: js,
      code: `import { routeModel } from './gone.js';\nrouteModel('blog-post');`,
      errors: [
        {
          message:
            'Cannot verify the tasks in this file: it imports "./gone.js", which looks like a router and cannot be resolved.',
          line: 1,
          column: 28,
          endLine: 1,
          endColumn: 39,
        },
      ],
    },
    {
      name: 'a taskroute.json that is wrong',
      filename: broken.path('app.js'),
      code: calling('router'),
      errors: [
        {
          message: 'Cannot verify the tasks in this file: taskroute.json:1:14 has a number as routers; write a list.',
          line: 1,
          column: 1,
        },
      ],
    },
    {
      name: 'settings that are wrong, each part of them',
      filename: js,
      settings: { taskroute: { routers: 'router.ts', lowered: ['file://host/x'] } },
      code: calling('router'),
      errors: [
        {
          message:
            'Cannot verify the tasks in this file: settings.taskroute takes routers as a list; it got "router.ts".',
          line: 1,
          column: 1,
        },
        { messageId: 'settings' },
      ],
    },
    {
      name: 'a gap of a table in a file of its own, whose router is named',
      filename: folder.path('apart-table.ts'),
      settings: { taskroute: { root: folder.root, routers: ['apart.ts'] } },
      languageOptions: TS,
      code: `export const ROUTES = {\n  ...load(),\n  'blog-post': 'a',\n};`,
      errors: [{ messageId: 'gap', line: 2 }],
    },
    {
      name: 'a router that a template alone calls',
      filename: folder.path('app.vue'),
      languageOptions: VUE,
      code: `<script setup>import { routeModel } from './gap.js';</script>\n<template><p>{{ routeModel('blog-post') }}</p></template>`,
      errors: [{ messageId: 'gapElsewhere', line: 2, column: 17 }],
    },
  ],
});
