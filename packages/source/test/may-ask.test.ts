import { describe, expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { BUILT } from './corpus/built.ts';
import { ROUTER, type CallCase } from './corpus/case.ts';
import { COMMONJS } from './corpus/commonjs.ts';
import { DECLARED } from './corpus/declared.ts';
import { IDENTITY } from './corpus/identity.ts';
import { LISTS } from './corpus/lists.ts';
import { NARROWING } from './corpus/narrowing.ts';
import { OBJECTS } from './corpus/objects.ts';
import { VALUES } from './corpus/values.ts';
import { createFixture, type Fixture } from './fixture.ts';

const CODE = /\.(?:[cm]?[jt]sx?|vue)$/;

function textsOf(fixture: Fixture, files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const own = Object.entries(files).filter(([name]) => CODE.test(name) && !name.includes('node_modules'));
  return new Map(own.map(([name, text]) => [fixture.path(name), text]));
}

describe.each<[string, readonly CallCase[]]>([
  ['identity', IDENTITY],
  ['built', BUILT],
  ['commonjs', COMMONJS],
  ['values', VALUES],
  ['objects', OBJECTS],
  ['narrowing', NARROWING],
  ['lists', LISTS],
  ['declared', DECLARED],
])('no file that may ask for a task is left out: %s', (_claim, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { files }) => {
    using fixture = createFixture(files);
    const project = createProject({ root: fixture.root });
    const texts = textsOf(fixture, files);
    const reports = [...texts.keys()].map((file) => ({ file, ...project.callsIn(file) }));
    const calls = reports.flatMap(({ file, calls: own }) => own.map((call) => ({ file, call })));
    const tasks = new Set(calls.flatMap(({ call }) => call.task.values.map(({ value }) => value)));
    for (const task of [...tasks, 'asked by none']) {
      const kept = project.filesThatMayAsk(texts, [task]);
      const needed = [
        ...calls.filter(({ call }) => !call.task.complete || call.task.values.some(({ value }) => value === task)),
        ...reports.filter(({ routers, escapes }) => routers.length + escapes.length > 0),
      ];
      expect(kept).toEqual(expect.arrayContaining([...new Set(needed.map(({ file }) => file))]));
    }
  });
});

describe('a file is left out', () => {
  async function kept(app: string, task = 'blog-post'): Promise<boolean> {
    const files = {
      'router.ts': ROUTER,
      'app.ts': app,
      'mailer.ts': `import { routeModel } from './router.js';\nexport function send() { return routeModel('email-draft'); }\n`,
    };
    using fixture = createFixture(files);
    const all = createProject({ root: fixture.root }).filesThatMayAsk(textsOf(fixture, files), [task]);
    return await Promise.resolve(all.includes(fixture.path('app.ts')));
  }

  test.each([
    ['that imports nothing', 'export const x = 1;'],
    ['that imports functions of one that calls a router', `import { send } from './mailer.js';\nsend();`],
    [
      'of which every call has another task',
      `import { routeModel as r } from './router.js';\nr("email-draft", { atLeast: 'opus' });`,
    ],
    ['that asks for another in a type', `import { routeModel } from './router.js';\nrouteModel<'email-draft'>();`],
    ['that only hands a router on', `export { routeModel } from './router.js';`],
  ])('%s', async (_, app) => {
    expect(await kept(app)).toBe(false);
  });

  test.each([
    ['that asks for it', `import { routeModel } from './router.js';\nrouteModel('blog-post');`],
    ['with a task that is no literal', `import { routeModel } from './router.js';\nrouteModel(x);`],
    ['with a text that is put together', `import { routeModel } from './router.js';\nrouteModel('email' + x);`],
    [
      'with a function that goes elsewhere',
      `import { routeModel } from './router.js';\nrouteModel('email-draft');\nrun(routeModel);`,
    ],
    ['that imports the router itself', `import { router } from './router.js';\nrouter.routeModel('email-draft');`],
    ['that requires what is not known', `const { routeModel } = require(name);\nrouteModel('email-draft');`],
  ])('but not one %s', async (_, app) => {
    expect(await kept(app)).toBe(true);
  });

  test('but not one with a task of the domain that is asked for', async () => {
    const app = `import { routeModel } from './router.js';\nrouteModel('content/teaser');`;
    expect([await kept(app, 'content/*'), await kept(app, 'other/*')]).toEqual([true, false]);
  });
});
