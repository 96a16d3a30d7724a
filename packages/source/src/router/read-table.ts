import { createTable, faultsOf, type Rule, type Table, type TableSource } from '@taskroute/router/table';
import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { memberOf } from '../evaluate/member.ts';
import { placeOf } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { readLines, type Lines } from './read-lines.ts';
import type { PlacedFault, RouterSource } from './router-source.ts';
import { asking, openModule, readsOf, remember } from '../session.ts';
import { parentOf } from '../text/tree.ts';
import { flatMap, known, only, type ArrayValue, type Possible, type Value } from '../evaluate/value.ts';

/** The parts of a router before they are read. */
export interface RouterParts {
  readonly tiers: Possible;
  readonly default: Possible;
  readonly routes: Possible;
  readonly rules: Possible;
  readonly unrouted: Possible;
  readonly strict: Possible;
}

/** The parts as they were read, unchecked. */
interface SourceParts {
  readonly tiers: readonly string[] | null;
  readonly default: unknown;
  readonly routes: Lines['raw'];
  readonly rules: readonly Rule[] | undefined;
  readonly strict: boolean | undefined;
}

/** Whose parts they are. */
export interface RouterIdentity {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
  readonly declared: boolean;
}

/** The router that a `defineRouter` call makes, of the argument that configures it. */
export function readRouter(
  scene: Scene,
  node: TSESTree.CallExpression,
  argument: TSESTree.Node | undefined,
): RouterSource {
  const { session, module } = scene;
  const place = placeOf(module, node);
  const { bound } = scene;
  const id = `${module.file}:${String(place.range[0])}${bound === undefined ? '' : ` ${madeWith(bound)}`}`;
  const make = (): RouterSource => {
    openModule(session, module.file);
    const identity = { id, name: nameOfCall(scene, node), place, declared: false };
    const config = argument === undefined ? known() : evaluate(scene, argument);
    const part = (key: string) => flatMap(config, (value) => memberOf(scene, value, key, place));
    return buildRouter(scene, identity, {
      tiers: part('tiers'),
      default: part('default'),
      routes: part('routes'),
      rules: part('rules'),
      unrouted: part('unrouted'),
      strict: part('strict'),
    });
  };
  // What it is made with inside a function was read for the answer around it.
  const read = bound === undefined ? () => remember(session, `router ${id}`, make) : make;
  return asking(session, false, read);
}

/** The routers that one helper makes differ by what it was called with, wherever that stands. */
function madeWith(bound: ReadonlyMap<Variable, Possible>): string {
  const places = [...bound.values()].flatMap(({ values, gaps }) => [
    ...values.map((value) => ('place' in value ? placeKey(value.place) : value.kind)),
    ...gaps.map(({ file, line, column }) => `${file}:${String(line)}:${String(column)}`),
  ]);
  return places.join(' ');
}

function placeKey({ file, range }: Place): string {
  return `${file}:${String(range[0])}`;
}

function nameOfCall(scene: Scene, node: TSESTree.Node): string {
  for (let outer = parentOf(scene.module, node); outer !== undefined; outer = parentOf(scene.module, outer)) {
    if (outer.type === AST_NODE_TYPES.VariableDeclarator)
      return outer.id.type === AST_NODE_TYPES.Identifier ? outer.id.name : 'router';
    if (outer.type === AST_NODE_TYPES.ExportDefaultDeclaration) return 'default';
  }
  return 'router';
}

export function buildRouter(scene: Scene, identity: RouterIdentity, parts: RouterParts): RouterSource {
  const gaps: Gap[] = [];
  const tiers = readTiers(parts.tiers, gaps, identity.place);
  const fallback = readDefault(parts.default, gaps, identity.place);
  const lines = readLines(scene, parts.routes, identity);
  gaps.push(...lines.gaps);
  const rules = readRules(scene, parts.rules, gaps, identity.place);
  const strict = readStrict(parts.strict);
  const source: SourceParts = {
    tiers,
    default: fallback.value,
    routes: lines.raw,
    rules: rules === 'unknown' ? undefined : rules,
    strict: strict === 'unknown' ? undefined : strict,
  };
  const table = tableOf(source);
  // A table that could be made has no fault.
  const faults = table !== null || tiers === null ? [] : placedFaults(source, fallback.value, lines, identity.place);
  return {
    ...identity,
    file: identity.place.file,
    tiers: tiers ?? [],
    default: typeof fallback.value === 'string' ? fallback.value : null,
    defaultPlace: fallback.place,
    routes: lines.entries,
    duplicates: lines.duplicates,
    gaps,
    faults,
    rules: rules === 'unknown' ? rules : rules.map((rule) => rule.name),
    unrouted: readUnrouted(parts.unrouted),
    strict,
    table,
    files: readsOf(scene.session),
  };
}

/** What can be judged of it; null where tiers or default are not known, or the router would refuse it. */
function tableOf(source: SourceParts): Table | null {
  if (source.tiers === null || typeof source.default !== 'string') return null;
  try {
    return createTable(source as TableSource);
  } catch {
    return null;
  }
}

function placedFaults(source: unknown, fallback: unknown, lines: Lines, place: Place): PlacedFault[] {
  return faultsOf(source)
    .filter((fault) => fault.where !== 'default' || fallback !== UNKNOWN)
    .map((fault) => ({
      ...fault,
      place: lines.entries.find((entry) => fault.where === 'routes' && entry.task === fault.key)?.place ?? place,
    }));
}

/** What stands for a part that is not known. */
const UNKNOWN: unique symbol = Symbol('unknown');

function readTiers(tiers: Possible, gaps: Gap[], place: Place): readonly string[] | null {
  const value = only(tiers);
  const items = isWhole(value) ? value.items.map((item) => only(item)) : null;
  const names = items?.map((item) =>
    item?.kind === 'primitive' && typeof item.value === 'string' ? item.value : null,
  );
  if (names !== undefined && !names.includes(null)) return names.filter((name) => name !== null);
  gaps.push(...reasons(tiers, place, 'the tiers are not a list of strings that the text shows'));
  return null;
}

/** A list of which every element is known, and where it stands. */
function isWhole(value: Value | undefined): value is ArrayValue {
  return value?.kind === 'array' && value.gaps.length === 0 && value.shuffled !== true;
}

function readDefault(possible: Possible, gaps: Gap[], place: Place): { value: unknown; place: Place | null } {
  const value = only(possible);
  if (value?.kind === 'primitive') return { value: value.value, place: value.place };
  gaps.push(...reasons(possible, place, 'the default is not one string that the text shows'));
  return { value: UNKNOWN, place: null };
}

function reasons(possible: Possible, place: Place, otherwise: string): readonly Gap[] {
  const inner = possible.values.flatMap((value) =>
    value.kind === 'array' ? [...value.gaps, ...value.items.flatMap((item) => item.gaps)] : [],
  );
  const gaps = [...possible.gaps, ...inner];
  return gaps.length > 0 ? gaps : [gapAt(place, otherwise)];
}

function readRules(scene: Scene, possible: Possible, gaps: Gap[], place: Place): readonly Rule[] | 'unknown' {
  const value = only(possible);
  if (value?.kind === 'primitive' && value.value === undefined) return [];
  if (isWhole(value)) {
    const rules = value.items.map((item) => ruleOf(scene, item, place));
    if (!rules.includes(null)) return rules.filter((rule) => rule !== null);
  }
  gaps.push(...reasons(possible, place, 'the rules are not a list that the text shows'));
  return 'unknown';
}

/** A rule by its name and model. Its `when` is code: it is never run, and `verdictOf` minds that. */
function ruleOf(scene: Scene, item: Possible, place: Place): Rule | null {
  const part = (key: string) => only(flatMap(item, (value) => memberOf(scene, value, key, place)));
  const name = part('name');
  const model = part('model');
  if (name?.kind !== 'primitive' || typeof name.value !== 'string') return null;
  if (model?.kind !== 'primitive' || typeof model.value !== 'string') return null;
  return { name: name.value, model: model.value, when: () => false };
}

function readUnrouted(possible: Possible): RouterSource['unrouted'] {
  const value = only(possible);
  if (value?.kind === 'function') return 'function';
  if (value?.kind !== 'primitive') return 'unknown';
  if (value.value === undefined) return 'warn';
  return value.value === 'warn' || value.value === 'throw' || value.value === 'silent' ? value.value : 'unknown';
}

function readStrict(possible: Possible): boolean | 'unknown' {
  const value = only(possible);
  if (value?.kind !== 'primitive') return 'unknown';
  if (value.value === undefined) return false;
  return typeof value.value === 'boolean' ? value.value : 'unknown';
}
