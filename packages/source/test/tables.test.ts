import { defineRouter } from '@taskroute/router';
import { describe, expect, test } from 'vitest';
import { createProject, verdictOf, type RouterSource } from '../src/index.ts';
import { CHANGES } from './corpus/changes.ts';
import { TABLES, type TableCase } from './corpus/tables.ts';
import { createFixture } from './fixture.ts';

function read({ files, file }: Pick<TableCase, 'files' | 'file'>): RouterSource {
  using fixture = createFixture(files);
  const router = createProject({ root: fixture.root }).router(file, 'router');
  if (router === null) throw new Error('no router was found');
  return router;
}

function routerOf(config: string): RouterSource {
  const text = `import { defineRouter } from '@taskroute/router';\nexport const router = defineRouter(${config});`;
  return read({ file: 'router.ts', files: { 'router.ts': text } });
}

describe('a table is read, or it is said what cannot be', () => {
  test.each([...TABLES, ...CHANGES].map((each) => [each.name, each] as const))('%s', (_name, each) => {
    const router = read(each);
    expect(Object.fromEntries(router.routes.map(({ task, model }) => [task, model]))).toEqual(each.routes);
    expect(router.gaps.map(({ line, reason }) => `${String(line)}: ${reason}`)).toEqual(
      (each.gaps ?? []).map(([line, reason]) => expect.stringMatching(containing(line, reason)) as string),
    );
    expect(router.duplicates.map(({ key, first, again }) => [key, first.line, again.line])).toEqual(
      each.duplicates ?? [],
    );
    expect(router.faults.map(({ place, message }) => `${String(place.line)}: ${message}`)).toEqual(
      (each.faults ?? []).map(([line, message]) => expect.stringMatching(containing(line, message)) as string),
    );
  });
});

function containing(line: number, part: string): RegExp {
  const escaped = part.replaceAll(/[\^$.*+?()[\]{}|/]/g, '\\$&');
  return new RegExp(`^${String(line)}: .*${escaped}`);
}

describe('a table with a gap is never taken for complete', () => {
  const router = routerOf(`{ tiers: ['a', 'b'], default: 'b', routes: { before: 'a', ...load(), after: 'a' } }`);

  test('a line that nothing can be put over is decided', () => {
    expect(verdictOf(router, 'after')).toMatchObject({ kind: 'decided', decision: { via: 'route' } });
  });

  test('a line before the gap is unknown, and so is what no line names', () => {
    expect(verdictOf(router, 'before')).toMatchObject({ kind: 'unknown', decision: { via: 'route' } });
    expect(verdictOf(router, 'elsewhere')).toMatchObject({ kind: 'unknown', decision: { via: 'default' } });
  });

  test('a part that may be there leaves the lines of the others certain', () => {
    const conditional = routerOf(
      `{ tiers: ['a', 'b'], default: 'b', routes: { x: 'a', y: 'a', ...(z ? { y: 'b', c: 'a' } : {}) } }`,
    );
    expect(verdictOf(conditional, 'x')).toMatchObject({ kind: 'decided', decision: { via: 'route' } });
    for (const task of ['y', 'c', 'elsewhere']) expect(verdictOf(conditional, task).kind, task).toBe('unknown');
  });

  test('a part that is changed leaves the lines of the others certain', () => {
    const text = `import { defineRouter } from '@taskroute/router';
const PART = { x: 'a' }; PART.x = 'b';
export const router = defineRouter({ tiers: ['a', 'b'], default: 'b', routes: { before: 'a', ...PART, after: 'a' } });`;
    const changed = read({ file: 'router.ts', files: { 'router.ts': text } });
    for (const task of ['before', 'after']) expect(verdictOf(changed, task).kind, task).toBe('decided');
    for (const task of ['x', 'elsewhere']) expect(verdictOf(changed, task).kind, task).toBe('unknown');
  });

  test('why it is unknown is the same text on every machine', () => {
    expect(verdictOf(router, 'elsewhere')).toHaveProperty('reason', expect.not.stringContaining(router.file));
  });

  test('an override is decided whatever the table holds', () => {
    expect(verdictOf(router, 'elsewhere', { override: 'a' })).toMatchObject({
      kind: 'decided',
      decision: { model: 'a' },
    });
  });

  test('without tiers or a default nothing is judged', () => {
    expect(routerOf(`{ tiers: load(), default: 'b', routes: {} }`)).toMatchObject({
      table: null,
      faults: [],
      tiers: [],
    });
    expect(routerOf(`{ tiers: ['a'], default: load(), routes: {} }`)).toMatchObject({
      table: null,
      faults: [],
      default: null,
    });
    expect(verdictOf(routerOf('load()'), 'x').kind).toBe('unknown');
    expect(verdictOf(routerOf(''), 'x').kind).toBe('unknown');
  });
});

describe('the parts beside the routes', () => {
  const rules = `[{ name: 'long', model: 'b', when: (task) => task.length > 20 }]`;

  test('rules are known by name, and what they may serve is unknown', () => {
    const router = routerOf(`{ tiers: ['a', 'b'], default: 'b', routes: { x: 'a' }, rules: ${rules} }`);
    expect(router.rules).toEqual(['long']);
    expect(verdictOf(router, 'x').kind).toBe('decided');
    expect(verdictOf(router, 'y')).toMatchObject({ kind: 'unknown', reason: 'a rule of the router may serve it' });
  });

  test('rules that are not written out are unknown', () => {
    expect(routerOf(`{ tiers: ['a'], default: 'a', routes: {}, rules: load() }`)).toMatchObject({ rules: 'unknown' });
  });

  test.each([
    [`'throw'`, 'throw'],
    [`(decision) => console.log(decision)`, 'function'],
    [`load()`, 'unknown'],
    [`undefined`, 'warn'],
  ])('unrouted: %s is %s', (text, unrouted) => {
    expect(routerOf(`{ tiers: ['a'], default: 'a', routes: {}, unrouted: ${text} }`).unrouted).toBe(unrouted);
  });

  test('strict is read', () => {
    expect(routerOf(`{ tiers: ['a'], default: 'a', routes: {}, strict: true }`).strict).toBe(true);
    expect(routerOf(`{ tiers: ['a'], default: 'a', routes: {} }`).strict).toBe(false);
  });

  test('the version is the one that the running router has', () => {
    const routes = { 'blog-post': 'b', 'content/*': 'a' } as const;
    const running = defineRouter({
      tiers: ['a', 'b'],
      default: 'b',
      routes,
      rules: [{ name: 'long', model: 'b', when: () => true }],
    });
    const router = routerOf(`{ tiers: ['a', 'b'], default: 'b', routes: ${JSON.stringify(routes)}, rules: ${rules} }`);
    expect(router.table?.version).toBe(running.version);
  });
});

describe('the routers of one helper', () => {
  const text = `import { defineRouter } from '@taskroute/router';
const make = (routes) => defineRouter({ tiers: ['small', 'large'], default: 'large', routes });
export const one = make({ c: 'small' });
export const two = make({ a: 'small' });`;

  test('are told apart, and each has its own table', () => {
    using fixture = createFixture({ 'router.ts': text });
    const project = createProject({ root: fixture.root });
    expect(project.routersOf('router.ts').map(({ routes }) => routes.map(({ task }) => task))).toEqual([['c'], ['a']]);
    const [one, two] = [project.router('router.ts', 'one'), project.router('router.ts', 'two')];
    expect(one?.id).not.toBe(two?.id);
    expect(two?.routes.map(({ task }) => task)).toEqual(['a']);
    expect(project.router('router.ts', 'two')?.id).toBe(two?.id);
  });

  test('change with what they are made of, in another file', () => {
    using fixture = createFixture({
      'router.ts': text
        .replace(`make({ c: 'small' })`, 'make(PART)')
        .replace('\n', `\nimport { PART } from './part.js';\n`),
      'part.ts': `export const PART = { x: 'small' };`,
    });
    const project = createProject({ root: fixture.root });
    expect(project.router('router.ts', 'one')?.routes[0]?.task).toBe('x');
    fixture.write('part.ts', `export const PART = { y: 'small' };`);
    expect(project.router('router.ts', 'one')?.routes[0]?.task).toBe('y');
  });
});

describe('places', () => {
  test('lines and columns are 1-based, whatever ends a line', () => {
    const text = `#!/usr/bin/env node\r\nimport { defineRouter } from '@taskroute/router';\rexport const router = defineRouter({\n  tiers: ['a'], default: 'a',\u2028 routes: { /* 💥 */ x: 'a' } });`;
    const [route] = read({ file: 'router.ts', files: { 'router.ts': `\uFEFF${text}` } }).routes;
    expect(route?.place).toMatchObject({ line: 5, column: 21 });
    expect(text.slice(...(route?.place.range ?? [0, 0]))).toBe('x');
    expect(text.slice(...(route?.modelPlace.range ?? [0, 0]))).toBe(`'a'`);
  });

  test('a line of JSON has its place there', () => {
    const [route] = read({
      file: 'router.ts',
      files: {
        'router.ts': `import { defineRouter } from '@taskroute/router';\nimport routes from './r.json';\nexport const router = defineRouter({ tiers: ['a'], default: 'a', routes });`,
        'r.json': `{ "x": "a" }`,
      },
    }).routes;
    expect(route?.place).toMatchObject({ line: 1, column: 3, range: [2, 5] });
  });
});
