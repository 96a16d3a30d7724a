import { createFolder } from '../folder.ts';
import { COMMONJS, testRule, TS } from '../rule-tester.ts';

const folder = createFolder({
  'routes.ts': `export const ROUTES = { y: 'a', x: 'a' } as const;`,
  'router.ts': `import { defineRouter } from '@taskroute/router';
import { ROUTES } from './routes.js';
export const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: ROUTES });`,
  'parts.ts': `export const PART = { y: 'a', x: 'a' };`,
});
const ROUTES = `export const ROUTES = { y: 'a', x: 'a' } as const;`;
const named = createFolder({
  'taskroute.json': '{ "routers": ["router.ts"] }',
  'routes.ts': ROUTES,
  'router.ts': `import { defineRouter } from '@taskroute/router';
import { ROUTES } from './routes.js';
export const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: ROUTES });`,
});
const js = folder.path('router.js');
const HEAD = `import { defineRouter } from '@taskroute/router';\n`;
const over = (routes: string): string =>
  `${HEAD}const ROUTES = ${routes};\nexport const router = defineRouter({ tiers: ['a', 'b'], default: 'a', routes: ROUTES });`;

testRule('sort-routes', {
  valid: [
    { name: 'in order', filename: js, code: over(`{ x: 'a', y: 'a' }`) },
    { name: 'order starts anew with another tier', filename: js, code: over(`{ y: 'a', x: 'b' }`) },
    { name: 'order starts anew after a blank line', filename: js, code: over(`{\n  y: 'a',\n\n  x: 'a',\n}`) },
    { name: 'order starts anew after a spread', filename: js, code: over(`{\n  y: 'a',\n  ...PART,\n  x: 'a',\n}`) },
    { name: 'a domain before its tasks', filename: js, code: over(`{\n  'c/*': 'a',\n  'c/x': 'a',\n}`) },
    {
      name: 'a table in a file of its own, where nothing leads to its router',
      filename: folder.path('routes.ts'),
      languageOptions: TS,
      code: `export const ROUTES = { y: 'a', x: 'a' } as const;`,
    },
    { name: 'an object that is no table', filename: js, code: `export const X = { y: 'a', x: 'a' };` },
    {
      name: 'a part of another file',
      filename: js,
      code: `${HEAD}import { PART } from './parts.js';\nexport const router = defineRouter({ tiers: ['a'], default: 'a', routes: PART });`,
    },
  ],
  invalid: [
    {
      name: 'two lines',
      filename: js,
      code: over(`{\n  y: 'a',\n  x: 'a',\n}`),
      output: over(`{\n  x: 'a',\n  y: 'a',\n}`),
      errors: [
        {
          message: 'The route "x" stands after "y": sort the tasks of one block of "a" by their names.',
          line: 4,
          column: 3,
        },
      ],
    },
    {
      name: 'a table in a file of its own, whose router is named',
      filename: folder.path('routes.ts'),
      settings: { taskroute: { root: folder.root, routers: ['router.ts'] } },
      languageOptions: TS,
      code: `export const ROUTES = { y: 'a', x: 'a' } as const;`,
      output: `export const ROUTES = { x: 'a', y: 'a' } as const;`,
      errors: [{ messageId: 'unsorted' }],
    },
    {
      name: 'a table in a file of its own, whose router taskroute.json names',
      filename: named.path('routes.ts'),
      languageOptions: TS,
      code: ROUTES,
      output: `export const ROUTES = { x: 'a', y: 'a' } as const;`,
      errors: [{ messageId: 'unsorted' }],
    },
    {
      name: 'the table of two routers, once',
      filename: js,
      code: `${over(`{\n  y: 'a',\n  x: 'a',\n}`)}\nexport const other = defineRouter({ tiers: ['a'], default: 'a', routes: ROUTES });`,
      output: `${over(`{\n  x: 'a',\n  y: 'a',\n}`)}\nexport const other = defineRouter({ tiers: ['a'], default: 'a', routes: ROUTES });`,
      errors: [{ messageId: 'unsorted' }],
    },
    {
      name: 'a last line without a comma',
      filename: js,
      code: over(`{\n  y: 'a',\n  x: 'a'\n}`),
      output: over(`{\n  x: 'a',\n  y: 'a'\n}`),
      errors: [{ messageId: 'unsorted' }],
    },
    {
      name: 'comments go with their line',
      filename: js,
      code: over(
        `{\n  // about z\n  z: 'a', // beside z\n  /* about x,\n     at length */\n  x: 'a', /* beside x */\n  y: 'a' // beside y\n}`,
      ),
      output: over(
        `{\n  /* about x,\n     at length */\n  x: 'a', /* beside x */\n  y: 'a', // beside y\n  // about z\n  z: 'a' // beside z\n}`,
      ),
      errors: [{ messageId: 'unsorted', line: 7 }],
    },
    {
      name: 'a heading stays',
      filename: js,
      code: over(`{\n  // tier 1\n\n  y: 'a',\n  x: 'a',\n  // tier 2\n\n  w: 'b',\n}`),
      output: over(`{\n  // tier 1\n\n  x: 'a',\n  y: 'a',\n  // tier 2\n\n  w: 'b',\n}`),
      errors: [{ messageId: 'unsorted' }],
    },
    {
      name: 'each block by itself',
      filename: js,
      code: over(`{\n  y: 'a',\n  x: 'a',\n  w: 'b',\n  v: 'b',\n}`),
      output: over(`{\n  x: 'a',\n  y: 'a',\n  v: 'b',\n  w: 'b',\n}`),
      errors: [
        { messageId: 'unsorted', line: 4 },
        { messageId: 'unsorted', line: 6 },
      ],
    },
    {
      name: 'one line',
      filename: js,
      code: over(`{ y: 'a', x: 'a' }`),
      output: over(`{ x: 'a', y: 'a' }`),
      errors: [{ messageId: 'unsorted' }],
    },
    {
      name: 'one line with a comment',
      filename: js,
      code: over(`{ y: 'a', /* of which? */ x: 'a' }`),
      output: null,
      errors: [{ messageId: 'unsorted' }],
    },
    {
      name: 'quoted, computed and numeric keys in TypeScript',
      filename: folder.path('router.ts'),
      languageOptions: TS,
      code: over(`{\r\n  y: 'a',\r\n  ['x']: 'a',\r\n  1: 'a',\r\n} as const satisfies object`),
      output: over(`{\r\n  1: 'a',\r\n  ['x']: 'a',\r\n  y: 'a',\r\n} as const satisfies object`),
      errors: [{ messageId: 'unsorted', line: 4 }],
    },
    {
      name: 'CommonJS',
      filename: folder.path('router.cjs'),
      languageOptions: COMMONJS,
      code: `const { defineRouter } = require('@taskroute/router');\nmodule.exports = defineRouter({ tiers: ['a'], default: 'a', routes: {\n  y: 'a',\n  x: 'a',\n} });`,
      output: `const { defineRouter } = require('@taskroute/router');\nmodule.exports = defineRouter({ tiers: ['a'], default: 'a', routes: {\n  x: 'a',\n  y: 'a',\n} });`,
      errors: [{ messageId: 'unsorted' }],
    },
  ],
});
