import { createFolder } from '../folder.ts';
import { COMMONJS, testRule, TS } from '../rule-tester.ts';

const folder = createFolder({
  'parts.ts': `export const PART = {\n  x: 'a',\n  y: 'a',\n  x: 'b',\n};`,
  'routes.ts': `export const ROUTES = {\n  x: 'a',\n  x: 'b',\n};`,
  'router.ts': `import { defineRouter } from '@taskroute/router';\nimport { ROUTES } from './routes.js';\nexport const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: ROUTES });`,
  'mixed.ts': `import { PART } from './parts.js';\nexport const ROUTES = { ...PART, z: 'a' };`,
  'mixed-router.ts': `import { defineRouter } from '@taskroute/router';\nimport { ROUTES } from './mixed.js';\n\n\n\nexport const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: ROUTES });`,
  'table.json': `{ "x": "a",\n"\\u0078": "b" }`,
});
const js = folder.path('app.js');
const HEAD = `import { defineRouter } from '@taskroute/router';\n`;
const over = (routes: string): string =>
  `${HEAD}export const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: ${routes} });`;

testRule('no-duplicate-route', {
  valid: [
    { name: 'each task once', filename: js, code: over(`{ x: 'a', y: 'b' }`) },
    { name: 'a task and its domain', filename: js, code: over(`{ 'x/*': 'a', 'x/y': 'b' }`) },
    { name: 'an object that is no table', filename: js, code: `export const X = { x: 1, x: 2 };` },
    {
      name: 'in a part of another file, of a table whose router is named: that is said at the router',
      filename: folder.path('mixed.ts'),
      settings: { taskroute: { root: folder.root, routers: ['mixed-router.ts'] } },
      languageOptions: TS,
      code: `import { PART } from './parts.js';\nexport const ROUTES = { ...PART, z: 'a' };`,
    },
    { name: 'upper and lower case', filename: js, code: over(`{ x: 'a', X: 'b' }`) },
  ],
  invalid: [
    {
      name: 'a task twice',
      filename: js,
      code: over(`{\n  x: 'a',\n  y: 'a',\n  x: 'b' }`),
      errors: [
        {
          message: 'The route "x" stands in the table already (app.js:3:3): the later line wins. Drop one of the two.',
          line: 5,
          column: 3,
          endLine: 5,
          endColumn: 4,
        },
      ],
    },
    {
      name: 'by an escape',
      filename: js,
      code: over(`{ x: 'a',\n'\\x78': 'b' }`),
      errors: [{ messageId: 'duplicate', line: 3, column: 1 }],
    },
    {
      name: 'by a number',
      filename: js,
      code: over(`{ 16: 'a',\n0x10: 'b' }`),
      errors: [{ messageId: 'duplicate', line: 3 }],
    },
    {
      name: 'by a spread',
      filename: js,
      code: `${HEAD}const PART = { x: 'a' };\nexport const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: { ...PART,\nx: 'b' } });`,
      errors: [{ messageId: 'duplicate', line: 4 }],
    },
    {
      name: 'by a computed key',
      filename: folder.path('app.ts'),
      languageOptions: TS,
      code: `${HEAD}const KEY = 'x' as const;\nexport const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: { x: 'a',\n[KEY]: 'b' } as const });`,
      errors: [{ messageId: 'duplicate', line: 4 }],
    },
    {
      name: 'in a part of another file',
      filename: folder.path('app.ts'),
      languageOptions: TS,
      code: `${HEAD}import { PART } from './parts.js';\nexport const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: PART });`,
      errors: [
        {
          message:
            'The route "x" stands twice in the table of router (parts.ts:2:3 and parts.ts:4:3): the later line wins. Drop one of the two.',
          line: 3,
          column: 23,
          endColumn: 86,
        },
      ],
    },
    {
      name: 'in the table of two routers, once',
      filename: js,
      code: `${HEAD}const ROUTES = { x: 'a',\nx: 'b' };\nexport const one = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: ROUTES });\nexport const two = defineRouter({ tiers: ['a', 'b'], default: 'b', routes: ROUTES });`,
      errors: [{ messageId: 'duplicate', line: 3 }],
    },
    {
      name: 'in a table in a file of its own, whose router is named',
      filename: folder.path('routes.ts'),
      settings: { taskroute: { root: folder.root, routers: ['router.ts'] } },
      languageOptions: TS,
      code: `export const ROUTES = {\n  x: 'a',\n  x: 'b',\n};`,
      errors: [{ messageId: 'duplicate', line: 3, column: 3 }],
    },
    {
      name: 'in JSON',
      filename: js,
      code: `${HEAD}import ROUTES from './table.json';\nexport const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: ROUTES });`,
      errors: [{ messageId: 'duplicateElsewhere', line: 3 }],
    },
    {
      name: 'CommonJS',
      filename: folder.path('app.cjs'),
      languageOptions: COMMONJS,
      code: `const { defineRouter } = require('@taskroute/router');\nmodule.exports = defineRouter({ tiers: ['a'], default: 'a', routes: { x: 'a',\n"x": 'a' } });`,
      errors: [{ messageId: 'duplicate', line: 3 }],
    },
  ],
});
