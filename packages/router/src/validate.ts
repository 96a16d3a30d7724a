import { platform } from '#platform';
import { LONGEST_NAME } from './limits.ts';

/** One thing that is wrong with a table. `key` is the line, the tier or the rule at fault, null where it is the whole. */
export interface Fault {
  readonly where: 'tiers' | 'default' | 'routes' | 'rules' | 'strict' | 'unrouted';
  readonly key: string | null;
  readonly message: string;
}

/** `task`, `domain/task`, `domain/*`: no empty part, no `*` elsewhere. */
const ROUTE = /^(?!__proto__$)[^/*]+(\/[^/*]+)*(\/\*)?$/;

/**
 * Every fault of a table that was read elsewhere; none means that `createTable` takes it.
 *
 * Shape: any value is taken, so that what came from JSON or from source text can be checked as it is.
 */
export function faultsOf(source: unknown): readonly Fault[] {
  const {
    tiers,
    default: fallback,
    routes,
    rules = [],
    strict,
    unrouted = 'warn',
  } = Object(source) as Record<string, unknown>;
  const faults: Fault[] = [];
  const models = new Set<unknown>();
  const names = new Set<unknown>();

  function expect(fine: unknown, where: Fault['where'], what: string, value: unknown, key?: unknown): void {
    if (!fine)
      faults.push({
        where,
        key: typeof key === 'string' ? key : null,
        message: platform.say(`not-${what}`, where, value, key),
      });
  }
  function expectName(taken: Set<unknown>, where: Fault['where'], name: unknown): void {
    expect(typeof name === 'string' && name && !taken.has(name), where, 'new-name', name, name);
    taken.add(name);
  }
  function expectTier(where: Fault['where'], model: unknown, key?: unknown): void {
    expect(models.has(model), where, 'tier', model, key);
  }

  for (const tier of listOf(tiers)) expectName(models, 'tiers', tier);
  expect(models.size, 'tiers', 'list', tiers);
  expectTier('default', fallback);
  expect(isPlain(routes), 'routes', 'plain', routes);
  for (const [task, model] of Object.entries(Object(routes) as object)) {
    expect(ROUTE.test(task) && task.length < LONGEST_NAME, 'routes', 'route', task, task);
    expectTier('routes', model, task);
  }
  expect(Array.isArray(rules), 'rules', 'list', rules);
  for (const rule of listOf(rules)) {
    const { name, when, model } = Object(rule) as Record<string, unknown>;
    expectName(names, 'rules', name);
    expect(typeof when === 'function', 'rules', 'function', when, name);
    expectTier('rules', model, name);
  }
  expect(!strict || !names.size, 'strict', 'alone', strict);
  const modes: unknown[] = ['warn', 'throw', 'silent'];
  expect(typeof unrouted === 'function' || modes.includes(unrouted), 'unrouted', 'mode', unrouted);
  return faults;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An object of any realm whose lines are all its own: a `__proto__` line in a literal sets a prototype. */
function isPlain(value: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(value ?? []);
  return !prototype || (!Object.getPrototypeOf(prototype) && !Object.keys(prototype).length);
}
