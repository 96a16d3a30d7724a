import { caseOf, says, type CallCase } from './case.ts';
import { DEFAULTS } from './wrapper-defaults.ts';
import { ELEMENTS } from './wrapper-elements.ts';
import { MEMBERS } from './wrapper-members.ts';
import { NOT_FOUND, PARAMETERS } from './wrapper-parameters.ts';

/** The task of a wrapper's own text comes from its callers. */
const BODIES: readonly CallCase[] = [
  [
    'a method of what is exported',
    'call-model.cjs',
    `const { routeModel } = require('./router');\nmodule.exports = { callModel(options) { return routeModel(options.task); } };`,
  ],
  [
    'a module that is a function',
    'call-model.cjs',
    `const { routeModel } = require('./router');\nmodule.exports = function callModel(options) { return routeModel(options.task); };`,
  ],
  [
    'a function that a call is handed',
    'call-model.ts',
    `import { routeModel } from './router.js';\nexport const callModel = retry(async (options: any) => routeModel(options.task));`,
  ],
  [
    'a member of the default export',
    'call-model.ts',
    `import { routeModel } from './router.js';\nexport default { callModel: (options: any) => routeModel(options.task) };`,
  ],
].map(([name, file, text]) =>
  caseOf(
    `the own text of ${name ?? ''}`,
    text ?? '',
    [],
    { 'taskroute.json': JSON.stringify({ wrappers: [{ module: file, function: 'callModel', task: 'options.task' }] }) },
    file,
  ),
);

const TWO_ROUTERS = `import { routeModel } from './router.js';\nimport { routeModel as other } from './other.js';`;
const OTHER = `import { defineRouter } from '@taskroute/router';\nexport const { routeModel } = defineRouter({ tiers: ['a'], default: 'a', routes: { typo: 'a' } });`;

/** To which router a wrapper leads. */
const ROUTERS: readonly CallCase[] = [
  caseOf(
    'a router that is required inside the wrapper',
    `const { callModel } = require('./call-model.cjs');\ncallModel({ task: 'typo' });`,
    [says(2, 'typo', 'default')],
    {
      'taskroute.json': JSON.stringify({
        wrappers: [{ module: 'call-model.cjs', function: 'callModel', task: 'options.task' }],
      }),
      'call-model.cjs': `exports.callModel = function (options) {\n  const { routeModel } = require('./router');\n  return routeModel(options.task);\n};`,
    },
    'app.cjs',
  ),
  caseOf(
    'a router that is imported inside the wrapper',
    `import { callModel } from './call-model.js';\ncallModel({ task: 'typo' });`,
    [says(2, 'typo', 'default')],
    {
      'taskroute.json': JSON.stringify({
        wrappers: [{ module: 'call-model.ts', function: 'callModel', task: 'options.task' }],
      }),
      'call-model.ts': `export async function callModel(options: any) {\n  const { routeModel } = await import('./router.js');\n  return routeModel(options.task);\n}`,
    },
  ),
  caseOf(
    'the one of several routers that the wrapper calls',
    `import { callModel } from './call-model.js';\ncallModel({ task: 'typo' });`,
    [says(2, 'typo', 'default')],
    {
      'taskroute.json': JSON.stringify({
        wrappers: [{ module: 'call-model.ts', function: 'callModel', task: 'options.task' }],
      }),
      'other.ts': OTHER,
      'call-model.ts': `${TWO_ROUTERS}\nexport const callModel = (options: any) => routeModel(options.task);\nexport const another = other('typo');`,
    },
  ),
  caseOf(
    'the only router that is named',
    `import { callModel } from './call-model.js';\ncallModel({ task: 'typo' });`,
    [says(2, 'typo', 'default')],
    {
      'taskroute.json': JSON.stringify({
        routers: ['router.ts'],
        wrappers: [{ module: 'call-model.ts', function: 'callModel', task: 'options.task' }],
      }),
      'call-model.ts': `export const callModel = (options: any) => fetch('/model?' + options.task);`,
    },
  ),
  caseOf(
    'a barrel that hands the wrapper on',
    `import { callModel } from './lib.js';\ncallModel('hello', 'blog-post');`,
    [says(2, 'blog-post', 'route')],
    {
      'taskroute.json': JSON.stringify({ wrappers: [{ module: 'lib.ts', function: 'callModel', task: 'task' }] }),
      'lib.ts': `export * from './call-model.js';`,
      'call-model.ts': `import { routeModel } from './router.js';\nexport const callModel = (prompt: string, task: string) => routeModel(task);`,
    },
  ),
  caseOf(
    'a module that is only named says what its importers ask for in vain',
    `import { routeModel } from './router.js';\nrouteModel('typo'); routeModel('blog-post');`,
    [says(2, 'typo', 'default'), says(2, 'blog-post', 'route')],
    { 'taskroute.json': JSON.stringify({ routers: [{ module: 'router.ts' }] }) },
  ),
];

export const WRAPPERS: readonly CallCase[] = [
  ...PARAMETERS,
  ...NOT_FOUND,
  ...DEFAULTS,
  ...BODIES,
  ...ROUTERS,
  ...MEMBERS,
  ...ELEMENTS,
];
