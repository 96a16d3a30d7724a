import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { COMMONJS_FORMS, FORMS, IMPORTS, REQUIRES } from './corpus/erased.ts';
import { ERASED_MODULES } from './corpus/erased-modules.ts';
import { createFixture } from './fixture.ts';

const looking = FORMS.findIndex(({ name }) => name.startsWith('strings, templates'));

/** What leads to the router here is a type alone, and types are gone; only when it runs it says so. */
const BY_TYPE = 'injected through an interface';

describe('an erased call that reaches the output is found there', () => {
  test.each(FORMS.slice(0, looking).map((each) => [each.name, each] as const))('%s', (name, { erased, value }) => {
    using fixture = createFixture(ERASED_MODULES);
    const project = createProject({ root: fixture.root });
    const found = (statement: string): readonly string[] => {
      const text = stripTypeScriptTypes(`${IMPORTS}{ ${statement}\n}`, { mode: 'transform' });
      return project.callsWithoutTask({ file: fixture.path('app.js'), text }).map(({ mend }) => mend);
    };
    const [mend] = found(erased);
    if (name === BY_TYPE) expect(mend).toBeUndefined();
    else expect(mend).toMatch(/^write (?:routeModel|getTier|decide)\('your-task'\)$/);
    expect(found(value)).toEqual([]);
  });

  test.each(COMMONJS_FORMS.map((each) => [each.name, each] as const))('%s', (_name, { erased, value }) => {
    using fixture = createFixture(ERASED_MODULES);
    const project = createProject({ root: fixture.root });
    const found = (statement: string): number => {
      const text = stripTypeScriptTypes(`${REQUIRES}{ ${statement} }`, { mode: 'transform' });
      return project.callsWithoutTask({ file: fixture.path('app.cjs'), text }).length;
    };
    expect([found(erased), found(value)]).toEqual([1, 0]);
  });
});

describe('in plain JavaScript', () => {
  const HEAD = `import { routeModel, getTier, router } from './router.js';\n`;

  test.each([
    ['a call without a task', 'routeModel();', 1],
    ['of another function of the router', 'getTier();', 1],
    ['with nothing handed to call', 'routeModel.call(null);', 1],
    ['with an empty list', 'routeModel.apply(null, []);', 1],
    ['stored and called', 'const pick = router.routeModel; pick();', 1],
    ['one that is handed in under its name', 'export const f = ({ routeModel }) => routeModel();', 1],
    ['a task', `routeModel('blog-post');`, 0],
    ['a task that is not known', 'export const f = (task) => routeModel(task);', 0],
    ['arguments that are not known', 'export const f = (...all) => routeModel(...all);', 0],
    ['a task that bind has put there', `const pick = routeModel.bind(null, 'blog-post'); pick();`, 0],
    ['each of a list', `['blog-post'].map(routeModel);`, 0],
    ['another function', 'Date.now(); f(); function f() {}', 0],
    ['a function of the file with that name', '{ const routeModel = () => 1; routeModel(); }', 0],
    ['text that looks like it', "'routeModel()'; `routeModel()`; /routeModel()/; // routeModel()", 0],
  ])('%s', (_name, text, count) => {
    using fixture = createFixture(ERASED_MODULES);
    const file = fixture.path('app.js');
    const faults = createProject({ root: fixture.root }).callsWithoutTask({ file, text: HEAD + text });
    expect(faults).toHaveLength(count);
    for (const { place } of faults) expect(place).toMatchObject({ file, line: 2 });
  });

  test('a name alone tells in a file without imports, unless it is its own', () => {
    using fixture = createFixture(ERASED_MODULES);
    const project = createProject({ root: fixture.root });
    const count = (text: string) => project.callsWithoutTask({ file: fixture.path('app.js'), text }).length;
    expect(count('export const f = (deps) => deps.routeModel();')).toBe(1);
    expect(count(`const module = await load('/router.js');\n(0, module.routeModel)();`)).toBe(1);
    expect(count('export const f = (deps) => deps.decide();')).toBe(0);
    expect(count('function routeModel() {} routeModel();')).toBe(0);
  });

  test.each([
    ['TypeScript', `const router_1 = require('./router.js');\nexports.model = (0, router_1.routeModel)();`],
    ['esbuild', `var import_router = __toESM(require('./router.js'));\nvar model = (0, import_router.routeModel)();`],
    ['a minifier', `import{routeModel as e}from"./router.js";\nconst t=e();export{t};`],
  ])('as %s writes it', (_name, text) => {
    using fixture = createFixture(ERASED_MODULES);
    const file = fixture.path('app.js');
    expect(createProject({ root: fixture.root }).callsWithoutTask({ file, text })).toMatchObject([
      { place: { line: 2 } },
    ]);
  });

  test('a wrapper is called as its owner likes', () => {
    using fixture = createFixture({
      ...ERASED_MODULES,
      'taskroute.json': '{ "wrappers": [{ "module": "wrapper.js", "function": "callModel", "task": "task" }] }',
      'wrapper.js': `import { routeModel } from './router.js';\nexport const callModel = (task) => routeModel(task ?? 'blog-post');`,
    });
    const project = createProject({ root: fixture.root });
    const text = `import { callModel } from './wrapper.js';\ncallModel();`;
    expect(project.callsWithoutTask({ file: fixture.path('app.js'), text })).toEqual([]);
  });
});
