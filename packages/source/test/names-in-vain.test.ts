import { describe, expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { ROUTER, ROUTER_COMMONJS } from './corpus/case.ts';
import { createFixture } from './fixture.ts';

const CALL = `import { routeModel } from './router.js';
class Client { ask(task: string) { return routeModel(task); } }
export const client = new Client();
export const callModel = (task: string) => routeModel(task);
export type RouteModle = string;`;

/** What is found of `app.js`, or of a file of another name. */
function findingsIn(text: string, files: Readonly<Record<string, string>> = {}, file = 'app.js'): readonly string[] {
  using fixture = createFixture({
    'router.ts': ROUTER,
    'router.cjs': ROUTER_COMMONJS,
    'call.ts': CALL,
    'barrel.ts': `export * from './router.js';`,
    'open.ts': `export * from './router.js'; export * from './gone.js';`,
    'renamed.ts': `export { routeModel as pickModel } from './router.js';`,
    [file]: text,
    ...files,
  });
  return createProject({ root: fixture.root })
    .callsIn(fixture.path(file))
    .findings.map(({ reason, line }) => `${String(line)}: ${reason}`);
}

describe('a name that is near to a function of a router, and is not there', () => {
  test.each([
    [
      'an import',
      `import { routeModle } from './router.js';\nrouteModle('x');`,
      `1: imports "./router.js", which exports no routeModle (did you mean routeModel?)`,
    ],
    [
      'an import through a barrel',
      `import { getTeir } from './barrel.js';\ngetTeir('x');`,
      `1: imports "./barrel.js", which exports no getTeir (did you mean getTier?)`,
    ],
    [
      'an import of another name',
      `import { pikModel } from './renamed.js';\npikModel('x');`,
      `1: imports "./renamed.js", which exports no pikModel (did you mean pickModel?)`,
    ],
    [
      'a member of a router',
      `import { router } from './router.js';\nrouter.routeModle('x');`,
      '2: asks for routeModle, which is not there (did you mean routeModel?)',
    ],
    [
      'a member of a namespace',
      `import * as models from './router.js';\nmodels.routeModle('x');`,
      '2: asks for routeModle, which is not there (did you mean routeModel?)',
    ],
    [
      'a member of what is imported at run time',
      `const models = await import('./router.js');\nmodels.routeModle('x');`,
      '2: asks for routeModle, which is not there (did you mean routeModel?)',
    ],
    [
      'what is taken out of a router',
      `import { router } from './router.js';\nconst { routeModle } = router;`,
      '2: asks for routeModle, which is not there (did you mean routeModel?)',
    ],
    [
      'what is required',
      `const { routeModle } = require('./router.cjs');`,
      '1: asks for routeModle, which is not there (did you mean routeModel?)',
    ],
    [
      'a member of an object',
      `import { routeModel } from './router.js';\nconst models = { routeModel };\nmodels.routeModle('x');`,
      '3: asks for routeModle, which is not there (did you mean routeModel?)',
    ],
  ])('is said: %s', (_name, text, reason) => {
    expect(findingsIn(text)).toEqual([reason]);
  });

  test('is said of a declared function', () => {
    const config = { wrappers: [{ module: 'call.ts', function: 'callModel', task: 'task' }] };
    const files = { 'taskroute.json': JSON.stringify(config) };
    expect(findingsIn(`import { calModel } from './call.js';\ncalModel('x');`, files)).toEqual([
      '1: imports "./call.js", which exports no calModel (did you mean callModel?)',
    ]);
  });

  test.each([
    ['that is never read', `import { routeModle } from './router.js';`],
    ['that is near to none', `import { other } from './router.js';\nother('x');`],
    ['of a module that may have it from elsewhere', `import { routeModle } from './open.js';\nrouteModle('x');`],
    [
      'of an object that may have more',
      `import { routeModel } from './router.js';\nconst models = { routeModel, ...more };\nmodels.routeModle('x');`,
    ],
    [
      'that a router has besides',
      `import { router } from './router.js';\nrouter.version; router.rules; router.default; router.tasks;`,
    ],
    [
      'that is written',
      `import { router } from './router.js';\nconst models = { ...router };\nmodels.routeModle = models.routeModel;\nmodels.routeModle('blog-post');`,
    ],
  ])('is not said: %s', (_name, text) => {
    expect(findingsIn(text)).toEqual([]);
  });

  test('is not said of a type', () => {
    const text = `import { RouteModle } from './call.js';\nimport { RouteModel } from './router.js';\nexport let task: RouteModle | RouteModel;`;
    expect(findingsIn(text, {}, 'app.ts')).toEqual([]);
  });
});

describe('a routeModel out of what cannot be followed is said', () => {
  const UNSEEN = 'imports a routeModel that cannot be followed: it names a module that the text does not show';
  const LOST = 'imports a routeModel that cannot be followed: it comes from "./gone.js", which cannot be resolved';

  test.each([
    ['taken out', `const { routeModel } = await import(process.env.MODELS);`, UNSEEN],
    ['a member', `(await import(process.env.MODELS)).routeModel('x');`, UNSEEN],
    ['of a name', `const models = await import(process.env.MODELS); models.routeModel('x');`, UNSEEN],
    ['in a callback', `import(process.env.MODELS).then(({ routeModel }) => routeModel('x'));`, UNSEEN],
    ['required', `const { routeModel } = require(process.env.MODELS);`, UNSEEN],
    ['of a file that is not there', `const { routeModel } = await import('./gone.js');`, LOST],
    ['required in a function', `function go() { const { routeModel } = require('./gone.js'); }`, LOST],
    ['behind a mock', `const { routeModel } = await vi.importActual('./gone.js');`, LOST],
  ])('%s', (_name, text, reason) => {
    expect(findingsIn(text)).toEqual([`1: ${reason}`]);
  });

  test.each([
    ['another name', `const { loadPlugin } = await import(process.env.PLUGIN); const routeModel = 1;`],
    ['what a function is handed as require', `function go(require) { return require('./gone.js').routeModel('x'); }`],
    ['one that is known', `const { routeModel } = await import('./router.js'); routeModel('blog-post');`],
    ['a function of another library', `const { routeModel } = await import('./other.js'); routeModel('x');`],
  ])('and not of %s', (_name, text) => {
    expect(findingsIn(text, { 'other.js': 'export function routeModel(task) { return task; }' })).toEqual([]);
  });
});
