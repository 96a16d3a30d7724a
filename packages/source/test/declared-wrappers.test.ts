import { describe, expect, test } from 'vitest';
import { HAND, reasonsOf } from './declaration-reasons.ts';

/** A wrapper of the router in `router.ts`. */
function wrapping(definition: string, task = 'task', more: object = {}) {
  return {
    config: { wrappers: [{ module: 'call.js', function: 'callModel', task, ...more }] },
    files: { 'call.js': `const { routeModel } = require('./router');\n${definition}` },
  };
}

describe('a wrapper', () => {
  const sound = 'exports.callModel = (prompt, { task, retries }) => routeModel(task);';

  test.each([
    ['with a parameter that is taken apart', sound, 'task'],
    [
      'that is exported whole',
      'module.exports = { callModel(options) { return routeModel(options.task); } };',
      'options.task',
    ],
    [
      'that is its module',
      'module.exports = function callModel(options) { return routeModel(options.task); };',
      'options.task',
    ],
    ['that another function makes', 'exports.callModel = makeCaller(routeModel);', 'options.task'],
    ['of what cannot be read in full', 'module.exports = { ...makeCallers(routeModel) };', '0.task'],
    ['that requires its router itself', `exports.callModel = (task) => require('./router').routeModel(task);`, 'task'],
  ])('is sound: %s', (_name, definition, task) => {
    const { config, files } = wrapping(definition, task);
    expect(reasonsOf(config, files)).toEqual([]);
  });

  test.each([
    [
      'of a name that is not there',
      wrapping(sound, 'task', { function: 'ask' }),
      'declares a wrapper "ask", which "call.js" does not have; mend the name',
    ],
    [
      'of a misspelt name',
      wrapping(sound, 'task', { function: 'calModel' }),
      'declares a wrapper "calModel", which "call.js" does not have (did you mean "callModel"?)',
    ],
    [
      'of what is no function',
      wrapping(`exports.callModel = 'x'; exports.route = routeModel;`),
      'declares a wrapper "callModel", which is no function in "call.js"; name the one that is called',
    ],
    [
      'with a task that is no parameter',
      wrapping(sound, 'tsk'),
      'declares "tsk" as the task of "callModel", which is no parameter of it and no property that one takes out; it takes (prompt, { task, retries })',
    ],
    [
      'with a task in an object that is no parameter',
      wrapping('exports.callModel = (a, b) => routeModel(b.task);', 'options.task'),
      'declares "options.task" as the task of "callModel", which is no parameter of it and no property that one takes out; it takes (a, b)',
    ],
    [
      'with a task where nothing can be read',
      wrapping('exports.callModel = makeCaller(routeModel);'),
      `declares "task" as the task of "callModel", which cannot be found, since its parameters cannot be read; write the parameter's index, 0 for the first`,
    ],
    [
      'with a router in a file that is not there',
      wrapping(sound, 'task', { router: 'gone.js' }),
      'declares the router of "callModel" in "gone.js", which is no file; mend the path',
    ],
    [
      'with a router in a file that leads to none',
      wrapping(sound, 'task', { router: 'empty.js' }),
      'declares a wrapper "callModel" of the router in "empty.js", which leads to no router; mend the path',
    ],
    [
      'that leads to no router',
      {
        config: { wrappers: [{ module: 'hand.js', function: 'routeModel', task: 'task' }] },
        files: {},
      },
      `declares a wrapper "routeModel", but not to which router it leads; name that router's module as its "router"`,
    ],
    [
      'that leads to several routers',
      {
        config: { ...wrapping('').config, routers: ['router.ts', HAND] },
        files: { 'call.js': 'exports.callModel = (task) => fetch(task);' },
      },
      `declares a wrapper "callModel", but not to which router it leads (router, ROUTES); name that router's module as its "router"`,
    ],
    [
      'that callers cannot be followed to',
      wrapping('module.exports.client = { ...makeCallers(routeModel) };', '0', { function: 'client.ask' }),
      'declares a wrapper "client.ask", which cannot be followed from callers: it is what makeCallers answers; make it a function or a method of its own, and declare that',
    ],
    [
      'that is put on a function',
      wrapping('function client() {}\nclient.ask = (task) => routeModel(task);', 'task', { function: 'client.ask' }),
      'declares a wrapper "client.ask", which cannot be followed from callers: it is not what the text shows there; make it a function or a method of its own, and declare that',
    ],
    [
      'that is declared twice',
      {
        config: { wrappers: [...wrapping('').config.wrappers, { module: './call', function: 'callModel', task: '0' }] },
        files: wrapping('exports.callModel = (task) => routeModel(task);').files,
      },
      'declares "callModel" of "./call" twice; drop one',
    ],
  ])('%s', (_name, { config, files }, reason) => {
    expect(reasonsOf(config, files)).toEqual([reason]);
  });

  test.each([
    ['written out', `export const callModel = (o: { task: string }) => routeModel(o.task);`],
    [
      'of an interface',
      `interface Options { task: string }\nexport const callModel = (o: Readonly<Options>) => routeModel(o.task);`,
    ],
    [
      'that is imported',
      `import type { Options } from './options.js';\nexport function callModel(o: Options & { prompt: string }) { return routeModel(o.task); }`,
    ],
    ['of a property', `export const callModel = (o: { options?: { task: string } }) => routeModel(o.options.task);`],
  ])("with a property that its parameter's type does not have: %s", (_name, definition) => {
    const task = definition.includes('options?') ? 'o.options.tsk' : 'o.tsk';
    const { config } = wrapping('', task, { module: 'call.ts' });
    const files = {
      'call.ts': `import { routeModel } from './router.js';\n${definition}`,
      'options.ts': 'export type Options = { task: string };',
    };
    expect(reasonsOf(config, files)).toEqual([
      `declares "${task}" as the task of "callModel", which is no property of its parameter's type; it takes (o)`,
    ]);
    expect(reasonsOf(wrapping('', task.replace('tsk', 'task'), { module: 'call.ts' }).config, files)).toEqual([]);
  });

  test.each([
    ['an interface that extends another', 'interface Base { task: string }\ninterface Options extends Base { a: 1 }'],
    ['an interface in two parts', 'interface Options { a: 1 }\ninterface Options { task: string }'],
    ['a mapped type', `type Options = Record<'task', string>;`],
    ['an index', 'interface Options { [key: string]: string }'],
    ['a type from a package', `import type { Options } from 'somewhere';`],
  ])('is not blamed for a type that the text does not show: %s', (_name, type) => {
    const { config } = wrapping('', 'o.task', { module: 'call.ts' });
    const text = `import { routeModel } from './router.js';\n${type}\nexport const callModel = (o: Options) => routeModel(o.task);`;
    expect(reasonsOf(config, { 'call.ts': text })).toEqual([]);
  });
});
