import { caseOf, ROUTER, says, unsure, type CallCase } from './case.ts';
import { HAND_WRITTEN_FUNCTIONS } from './by-hand.ts';
import { WRAPPERS } from './wrappers.ts';

/** What people have before they have taskroute: a table, a default and a function, none of the constants exported. */
export const HAND_WRITTEN = `const ROUTES = {
  'blog-post': 'opus',
  'email-draft': 'haiku',
};
const DEFAULT_MODEL = 'sonnet';
function routeModel(task) {
  return ROUTES[task] || DEFAULT_MODEL;
}
module.exports = { routeModel };
`;

const HAND = {
  routers: [
    {
      module: 'hand.js',
      table: 'ROUTES',
      default: 'DEFAULT_MODEL',
      tiers: ['haiku', 'sonnet', 'opus'],
      functions: ['routeModel'],
    },
  ],
};
const WRAPPER = {
  wrappers: [{ module: './call-model.ts', function: 'callModel', task: 'options.task' }],
};
export const CALL_MODEL = `import { routeModel } from './router.js';
export async function callModel(options: { task: string; prompt: string }) {
  return send(routeModel(options.task), options.prompt);
}
`;

function declared(
  name: string,
  config: unknown,
  text: string,
  expect: CallCase['expect'],
  files: CallCase['files'],
  file = 'app.ts',
): CallCase {
  return caseOf(name, text, expect, { 'taskroute.json': JSON.stringify(config), ...files }, file);
}

export const DECLARED: readonly CallCase[] = [
  declared(
    'a hand-written router, CommonJS',
    HAND,
    `const { routeModel } = require('./hand');\nrouteModel('blog-post'); routeModel('typo');`,
    [says(2, 'blog-post', 'route'), says(2, 'typo', 'default')],
    { 'hand.js': HAND_WRITTEN },
    'app.cjs',
  ),
  declared(
    'a hand-written router, whole',
    HAND,
    `const m = require('./hand');\nm.routeModel('typo');`,
    [says(2, 'typo', 'default')],
    { 'hand.js': HAND_WRITTEN },
    'app.cjs',
  ),
  declared(
    'a hand-written router, imported',
    HAND,
    `import { routeModel } from './hand.js';\nrouteModel('blog-post');`,
    [says(2, 'blog-post', 'route')],
    { 'hand.js': HAND_WRITTEN },
  ),
  declared(
    'a hand-written router, ES',
    HAND,
    `import { routeModel } from './hand.js';\nrouteModel('typo');`,
    [says(2, 'typo', 'default')],
    {
      'hand.js': HAND_WRITTEN.replace('module.exports =', 'export'),
    },
  ),
  declared(
    'a hand-written router, exports.x =',
    HAND,
    `const { routeModel } = require('./hand');\nrouteModel('typo');`,
    [says(2, 'typo', 'default')],
    {
      'hand.js': `const ROUTES = { 'blog-post': 'opus' }; const DEFAULT_MODEL = 'sonnet'; exports.routeModel = (task) => ROUTES[task] ?? DEFAULT_MODEL;`,
    },
    'app.cjs',
  ),
  declared(
    'a hand-written router with an annotated table',
    HAND,
    `import { routeModel } from './hand.js';\nrouteModel('typo'); routeModel('blog-post');`,
    [says(2, 'typo', 'default'), says(2, 'blog-post', 'route')],
    {
      'hand.ts': `const ROUTES: Record<string, string> = { 'blog-post': 'opus' }; const DEFAULT_MODEL = 'sonnet'; export function routeModel(task: string) { return ROUTES[task] ?? DEFAULT_MODEL; }`,
    },
  ),
  declared(
    'a literal default',
    { routers: [{ ...HAND.routers[0], default: 'opus' }] },
    `import { routeModel } from './hand.js';\nrouteModel('typo');`,
    [says(2, 'typo', 'default')],
    { 'hand.js': HAND_WRITTEN },
  ),
  declared(
    'tiers by the name of a constant',
    { routers: [{ ...HAND.routers[0], tiers: 'TIERS' }] },
    `import { routeModel } from './hand.js';\nrouteModel('typo');`,
    [says(2, 'typo', 'default')],
    {
      'hand.js': `const TIERS = ['haiku', 'sonnet', 'opus'];\n${HAND_WRITTEN}`,
    },
  ),
  declared('through a barrel', HAND, `import { pick } from './lib.js';\npick('typo');`, [says(2, 'typo', 'default')], {
    'hand.js': HAND_WRITTEN,
    'lib.ts': `export { routeModel as pick } from './hand.js';`,
  }),
  declared(
    "a declared function's own body is judged by its callers",
    HAND,
    HAND_WRITTEN.replace('return ', 'if (!task) return routeModel(task); return '),
    [],
    {},
    'hand.js',
  ),
  declared(
    'a table that is changed',
    HAND,
    `import { routeModel } from './hand.js';\nrouteModel('typo'); routeModel('blog-post');`,
    [says(2, 'typo', 'cannot verify'), says(2, 'blog-post', 'cannot verify')],
    {
      'hand.js': `${HAND_WRITTEN}\nROUTES.late = 'opus';`,
    },
  ),
  declared(
    'a table that is not there',
    HAND,
    `import { routeModel } from './hand.js';\nrouteModel('typo');`,
    [says(2, 'typo', 'cannot verify')],
    { 'hand.js': `export function routeModel() {}` },
  ),
  declared(
    'a wrapper',
    WRAPPER,
    `import { callModel } from './call-model.js';\ncallModel({ task: 'typo', prompt }); callModel({ prompt, task: 'blog-post' });`,
    [says(2, 'typo', 'default'), says(2, 'blog-post', 'route')],
    { 'call-model.ts': CALL_MODEL },
  ),
  declared(
    'a wrapper whose task is not known',
    WRAPPER,
    `import { callModel } from './call-model.js';\nexport const f = (task: string) => callModel({ task, prompt });`,
    [unsure(2)],
    { 'call-model.ts': CALL_MODEL },
  ),
  declared(
    'a wrapper without a task',
    WRAPPER,
    `import { callModel } from './call-model.js';\ncallModel({ prompt });`,
    [unsure(2)],
    { 'call-model.ts': CALL_MODEL },
  ),
  declared(
    'options of a wrapper by a const',
    WRAPPER,
    `import { callModel } from './call-model.js';\nconst o = { task: 'typo' }; callModel(o);`,
    [says(2, 'typo', 'default')],
    { 'call-model.ts': CALL_MODEL },
  ),
  declared("a wrapper's own body is judged by its callers", WRAPPER, CALL_MODEL, [], {}, 'call-model.ts'),
  declared(
    'a wrapper with a destructured parameter',
    { wrappers: [{ ...WRAPPER.wrappers[0], task: 'task' }] },
    `import { callModel } from './call-model.js';\ncallModel({ task: 'typo' });`,
    [says(2, 'typo', 'default')],
    {
      'call-model.ts': `import { routeModel } from './router.js';\nexport const callModel = ({ task, prompt }) => send(routeModel(task), prompt);`,
    },
  ),
  declared(
    'a wrapper with a positional parameter',
    { wrappers: [{ ...WRAPPER.wrappers[0], task: 'task' }] },
    `import { callModel } from './call-model.js';\ncallModel(prompt, 'typo');`,
    [says(2, 'typo', 'default')],
    {
      'call-model.ts': `import { routeModel } from './router.js';\nexport const callModel = (prompt: string, task: string) => send(routeModel(task), prompt);`,
    },
  ),
  declared(
    'a wrapper of a wrapper module',
    WRAPPER,
    `import * as lib from './lib.js';\nlib.ask({ task: 'typo' });`,
    [says(2, 'typo', 'default')],
    { 'call-model.ts': CALL_MODEL, 'lib.ts': `export { callModel as ask } from './call-model.js';` },
  ),
  declared(
    'a wrapper that another function makes',
    WRAPPER,
    `import { callModel } from './call-model.js';\ncallModel({ task: 'typo' });`,
    [says(2, 'typo', 'default')],
    {
      'call-model.ts': `import { routeModel } from './router.js';\nimport { withRetry } from 'x';\nexport const callModel = withRetry(async (options) => routeModel(options.task));`,
    },
  ),
  declared(
    'a wrapper over a hand-written router',
    { ...HAND, ...WRAPPER },
    `import { callModel } from './call-model.js';\ncallModel({ task: 'typo' });`,
    [says(2, 'typo', 'default')],
    {
      'hand.js': HAND_WRITTEN,
      'call-model.ts': `export async function callModel(options) { return fetch('/model?' + options.task); }`,
    },
  ),
  declared(
    'a wrapper whose router is named',
    { wrappers: [{ ...WRAPPER.wrappers[0], router: './router.ts' }] },
    `import { callModel } from './call-model.js';\ncallModel({ task: 'typo' });`,
    [says(2, 'typo', 'default')],
    {
      'call-model.ts': `export async function callModel(options) { return fetch('/model?' + options.task); }`,
    },
  ),
  declared(
    'a wrapper that escapes',
    WRAPPER,
    `import { callModel } from './call-model.js';\nregister(callModel);`,
    [unsure(2)],
    { 'call-model.ts': CALL_MODEL },
  ),
  declared(
    'another function of the same name',
    WRAPPER,
    `import { callModel } from './other.js';\ncallModel({ task: 'typo' });`,
    [],
    { 'call-model.ts': CALL_MODEL, 'other.ts': `export const callModel = (x: object) => x;` },
  ),
  declared(
    'a declaration does not hide real routers',
    HAND,
    `import { routeModel } from './router.js';\nrouteModel('typo');`,
    [says(2, 'typo', 'default')],
    { 'hand.js': HAND_WRITTEN, 'router.ts': ROUTER },
  ),
  declared(
    'a hand-written router whose function has a default',
    HAND,
    `import { routeModel } from './hand.js';\nrouteModel();`,
    [says(2, 'typo', 'default')],
    { 'hand.js': HAND_WRITTEN.replace('(task)', "(task = 'typo')") },
  ),
  declared(
    'a hand-written router that is exported whole',
    HAND,
    `const { routeModel } = require('./hand.js');\nrouteModel('typo'); routeModel('blog-post');`,
    [says(2, 'typo', 'default'), says(2, 'blog-post', 'route')],
    {
      'hand.js': `module.exports = { ROUTES: { 'blog-post': 'opus' }, DEFAULT_MODEL: 'sonnet', routeModel(task) { return this.ROUTES[task] || this.DEFAULT_MODEL; } };`,
    },
    'app.cjs',
  ),
  ...HAND_WRITTEN_FUNCTIONS,
  ...WRAPPERS,
];
