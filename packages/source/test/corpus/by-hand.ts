import { caseOf, says, unsure, type CallCase } from './case.ts';

const JUDGED = [says(2, 'typo', 'default'), says(2, 'blog-post', 'route')];
const TABLE = `const ROUTES = { 'blog-post': 'opus' };\nconst DEFAULT_MODEL = 'sonnet';\n`;
const PICK = `pickModel(task) { return ROUTES[task] ?? DEFAULT_MODEL; }`;

function byHand(
  name: string,
  definition: string,
  text: string,
  entry: object,
  { file = 'hand.js', expect = JUDGED }: { readonly file?: string; readonly expect?: CallCase['expect'] } = {},
): CallCase {
  const router = { module: file, table: 'ROUTES', default: 'DEFAULT_MODEL', tiers: ['sonnet', 'opus'], ...entry };
  return caseOf(
    `a hand-written router: ${name}`,
    text,
    expect,
    { 'taskroute.json': JSON.stringify({ routers: [router] }), [file]: definition },
    file.endsWith('.cjs') ? 'app.cjs' : 'app.js',
  );
}

const PICKS = `models.pickModel('typo'); models.pickModel('blog-post');`;

/** A router that was written by hand as a class. */
const BY_HAND: readonly CallCase[] = [
  byHand(
    'an instance',
    `${TABLE}class Models { ${PICK} }\nexport const models = new Models();`,
    `import { models } from './hand.js';\n${PICKS}`,
    { functions: ['models.pickModel'] },
  ),
  byHand(
    'an instance that has the table',
    `const DEFAULT_MODEL = 'sonnet';\nclass Models { ROUTES = { 'blog-post': 'opus' }; pickModel(task) { return this.ROUTES[task] ?? DEFAULT_MODEL; } }\nexport const models = new Models();`,
    `import { models } from './hand.js';\n${PICKS}`,
    { functions: ['models.pickModel'], table: 'models.ROUTES' },
  ),
  byHand(
    'an instance that is the default export',
    `${TABLE}class Models { ${PICK} }\nconst models = new Models();\nexport default models;`,
    `import models from './hand.js';\n${PICKS}`,
    { functions: ['models.pickModel'] },
  ),
  byHand(
    'an instance that is exported whole',
    `${TABLE}class Models { ${PICK} }\nmodule.exports = new Models();`,
    `const models = require('./hand.cjs');\n${PICKS}`,
    { functions: ['pickModel'] },
    { file: 'hand.cjs' },
  ),
  byHand(
    'a class',
    `${TABLE}export class Models { ${PICK} }`,
    `import { Models } from './hand.js'; const models = new Models();\n${PICKS}`,
    { functions: ['Models.pickModel'] },
  ),
];

/** A function in `hand.js` over the table, and what is said of `app.js`. */
function looksUp(name: string, definition: string, text: string, expect: CallCase['expect']): CallCase {
  return byHand(
    `looked up ${name}`,
    `${TABLE}${definition}`,
    `import { pickModel } from './hand.js';\n${text}`,
    { functions: ['pickModel'] },
    { expect },
  );
}

const UNSURE = [says(2, 'typo', 'cannot verify'), says(2, 'blog-post', 'cannot verify')];
const BOTH = `pickModel('typo'); pickModel('blog-post');`;
const OF_BOB = `pickModel('bob', 'typo'); pickModel('bob', 'blog-post');`;

/** With what a function that was written by hand looks the table up. */
const LOOK_UPS: readonly CallCase[] = [
  looksUp(
    'with the second parameter',
    `export function pickModel(user, task) { return ROUTES[task] || DEFAULT_MODEL; }`,
    OF_BOB,
    JUDGED,
  ),
  looksUp(
    'with a property',
    `export const pickModel = (options) => ROUTES[options.task] || DEFAULT_MODEL;`,
    `pickModel({ task: 'typo' }); pickModel({ user: 'bob', task: 'blog-post' });`,
    JUDGED,
  ),
  looksUp(
    'with what is taken out',
    `export function pickModel(user, options) { const { task: kind } = options; return ROUTES[kind] || DEFAULT_MODEL; }`,
    `pickModel('bob', { task: 'typo' }); pickModel('bob', { task: 'blog-post' });`,
    JUDGED,
  ),
  looksUp(
    'in a function that it calls',
    `const look = (key) => ROUTES[key];\nexport function pickModel(user, task) { return look(task) ?? DEFAULT_MODEL; }`,
    OF_BOB,
    JUDGED,
  ),
  looksUp(
    'with a fallback of its own',
    `export function pickModel(task) { return ROUTES[task] ?? ROUTES['blog-post']; }`,
    BOTH,
    JUDGED,
  ),
  looksUp(
    'where it was asked before',
    `export function pickModel(task) { return task in ROUTES ? ROUTES[task] : DEFAULT_MODEL; }`,
    BOTH,
    JUDGED,
  ),
  looksUp(
    'with what is made of the task',
    `export function pickModel(task) { return ROUTES[task.toLowerCase()] || DEFAULT_MODEL; }`,
    BOTH,
    UNSURE,
  ),
  looksUp(
    'with a parameter that is written',
    `export function pickModel(task) { task = task.trim(); return ROUTES[task] || DEFAULT_MODEL; }`,
    BOTH,
    UNSURE,
  ),
  looksUp(
    'by its beginning',
    `export function pickModel(task) { for (const key of Object.keys(ROUTES)) if (task.startsWith(key)) return ROUTES[key]; }`,
    BOTH,
    UNSURE,
  ),
  looksUp(
    'as it is, and then with a part of it',
    `export function pickModel(task) { return ROUTES[task] ?? ROUTES[task.split('/')[1]] ?? DEFAULT_MODEL; }`,
    BOTH,
    [says(2, 'typo', 'cannot verify'), says(2, 'blog-post', 'route')],
  ),
  looksUp(
    'with two parameters',
    `export function pickModel(user, task) { return ROUTES[user] ?? ROUTES[task] ?? DEFAULT_MODEL; }`,
    `pickModel('bob', 'typo');`,
    [unsure(2)],
  ),
];

export const HAND_WRITTEN_FUNCTIONS: readonly CallCase[] = [...BY_HAND, ...LOOK_UPS];
