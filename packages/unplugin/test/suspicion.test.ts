import { createProject } from '@taskroute/source';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { join } from 'node:path';
import { callsImportEmpty, suspicionOf } from '../src/suspicion.ts';
import { SERVICE } from './workshop.ts';

const NAMES = ['routeModel'];

/** What people and compilers write before a call: a function of the router under some name. */
const HANDLES: readonly (readonly [before: string, callee: string])[] = [
  ["import { routeModel } from './router.ts';", 'routeModel'],
  ["import { routeModel as m } from './router.ts';", 'm'],
  ["import {getTier,routeModel as m$} from'./router.ts';", 'm$'],
  ["import * as router from './router.ts';", 'router.routeModel'],
  ["import * as router from './router.ts';", "router['routeModel']"],
  ["import * as router from './router.ts';", '(0, router.routeModel)'],
  ["import * as router from './router.ts'; const { routeModel: pick } = router;", 'pick'],
  ["import { routeModel } from './router.ts'; const pick = routeModel, other = 1;", 'pick'],
  ["import { routeModel } from './router.ts'; const pick = (routeModel);", 'pick'],
  ["import { routeModel } from './router.ts'; let pick; pick = routeModel\n", 'pick'],
  ["import { routeModel } from './router.ts'; const list = [1, routeModel, 2];", 'list[1]'],
  ["import { routeModel } from './router.ts'; const held = { routeModel };", 'held.routeModel'],
  ["import { routeModel } from './router.ts'; const held = { pick: routeModel, a: 1 };", 'held.pick'],
  ["import { routeModel } from './router.ts'; const pick = true ? routeModel : null;", 'pick'],
  ["const { routeModel } = require('./router.ts');", 'routeModel'],
  ["const router = require('./router.ts');", 'router.routeModel'],
  ["const { routeModel: pick } = await import('./router.ts');", 'pick'],
];
const CALLS = [
  '()',
  '( )',
  '?.()',
  '(/* none */)',
  '(\n// none\n)',
  '.call(null)',
  '.apply(null, [])',
  '(...[])',
  " ('blog-post')",
  "('blog-post', {})",
];

test('a text is parsed wherever a parse would find a call without a task', () => {
  const project = createProject({ root: SERVICE });
  let found = 0;
  fc.assert(
    fc.property(fc.constantFrom(...HANDLES), fc.constantFrom(...CALLS), ([before, callee], call) => {
      const text = `${before}\nexport const model = ${callee}${call};\n`;
      const faults = project.callsWithoutTask({ file: join(SERVICE, 'any.js'), text });
      found += faults.length;
      expect(faults.length > 0 && !suspicionOf(text, NAMES).mayCall ? text : null).toBeNull();
    }),
    { numRuns: 600 },
  );
  expect(found).toBeGreaterThan(100);
});

test.each([
  ["import { routeModel } from './router.js';\nexport const model = () => routeModel('blog-post');\n"],
  ["import { getTier as rank, routeModel as pick } from './router.js';\nexport const all = [pick('a'), rank('b')];\n"],
  ["export const { routeModel, getTier } = defineRouter({ tiers, default: 'sonnet', routes });\n"],
  ["export { routeModel, getTier } from './router.js';\n"],
  ['export const routeModels = 1;\nconst decided = start();\n'],
])('a text that calls nothing without a task is not parsed: %s', (text) => {
  expect(suspicionOf(text, NAMES).mayCall).toBe(false);
});

test.each([
  ["export { routeModel as modelOf } from './router.js';"],
  ["import { routeModel } from './router.js';\nexport default routeModel"],
  ["import * as router from './router.js';\nexport const pick = router.routeModel;"],
  ["import { routeModel as pick } from './router.js';\nexport { pick };"],
])('a module that may rename is followed: %s', (text) => {
  expect(suspicionOf(text, NAMES).mayRename).toBe(true);
});

test.each([
  ["import { start } from './start.js';\nstart();", true],
  ["import start from './start.js';\nstart?.();", true],
  ["import all, * as start from './start.js';\nstart.now();", true],
  ["import { begin as start } from './start.js';\nstart ( /* now */ );", true],
  ["const { start } = require('./start.js');\nstart();", true],
  ["import { start } from './start.js';\nstart(1);\nbegin();", false],
  ["import { start } from './start.js';\nrestart();", false],
  ['start();', false],
])('whether something imported may be called without an argument: %s', (text, expected) => {
  expect(callsImportEmpty(text)).toBe(expected);
});
