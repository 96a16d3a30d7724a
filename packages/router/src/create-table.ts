import { TaskrouteError } from './error.ts';
import { hash } from './hash.ts';
import type { Rule } from './rule.ts';
import { faultsOf } from './validate.ts';

/** What a table is made of, wherever it was read. */
export interface TableSource {
  readonly tiers: readonly string[];
  readonly default: string;
  readonly routes: Readonly<Record<string, string>>;
  readonly rules?: readonly Rule[] | undefined;
}

/** A table that was checked, copied and frozen: what the judge reads. */
export interface Table extends TableSource {
  readonly rules: readonly Rule[];
  readonly version: string;
}

const made = new WeakSet();

/**
 * A table from its parts, wherever they were read.
 *
 * Errors: `TASKROUTE_BROKEN_TABLE` with every fault listed in its message and in `input`.
 * Source: the parts alone. `version` is the same whatever the order of the routes.
 */
export function createTable(source: TableSource): Table {
  // What was made here is a table already.
  if (made.has(source)) return source as Table;
  const faults = faultsOf(source);
  if (faults.length) {
    const list = faults.map(({ message }) => `\n- ${message}`).join('');
    throw new TaskrouteError('TASKROUTE_BROKEN_TABLE', { faults, source }, list);
  }
  // The keys of an object have their values.
  const lines = Object.keys(source.routes)
    .sort()
    .map((key) => [key, source.routes[key]] as [string, string]);
  // Bound, so that a rule which reads `this` still does from its copy.
  const rules = (source.rules ?? []).map((rule) =>
    Object.freeze({ name: rule.name, when: rule.when.bind(rule), model: rule.model }),
  );
  const table = Object.freeze({
    tiers: Object.freeze([...source.tiers]),
    default: source.default,
    routes: frozenMap(lines),
    rules: Object.freeze(rules),
    version: hash(JSON.stringify([source.tiers, source.default, lines, rules.map((rule) => rule.name)])),
  });
  made.add(table);
  return table;
}

/** Without a prototype, so that 'constructor' and '__proto__' are ordinary unknown tasks. */
export function frozenMap(lines: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const map = Object.create(null) as Record<string, string>;
  for (const [key, value] of lines) map[key] = value;
  return Object.freeze(map);
}
