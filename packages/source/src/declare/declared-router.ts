import { isHandWritten, type DeclaredRouter } from './config.ts';
import { declaredFile } from './declared.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { targetAlong } from './find-member.ts';
import { lookUpsOf } from './look-ups.ts';
import { gapOfFile } from '../text/gap.ts';
import { isGap, type Module } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { buildRouter } from '../router/read-table.ts';
import type { RouterSource } from '../router/router-source.ts';
import { routersOfModule } from '../router/routers-of.ts';
import { asking, openModule, remember, type Session } from '../session.ts';
import { topVariable } from '../text/tree.ts';
import { evaluateVariable } from '../evaluate/evaluate-variable.ts';
import { detach, flatMap, known, unknown, type ObjectItem, type Possible } from '../evaluate/value.ts';

/** A router of `taskroute.json`, and the entry it comes from. */
export interface Declared {
  readonly entry: { readonly module: string };
  readonly router: RouterSource;
}

/** Every router of `taskroute.json`, once: those that are written by hand, and those of the modules it names. */
export function declaredRouters(session: Session): readonly Declared[] {
  const found = new Map<string, Declared>();
  for (const entry of session.caches.config.routers) {
    const file = declaredFile(session, entry.module);
    if (file === null) continue;
    const routers = isHandWritten(entry) ? [readHandWritten(session, entry, file)] : routersOfNamed(session, file);
    for (const router of routers) if (!found.has(router.id)) found.set(router.id, { entry, router });
  }
  return [...found.values()];
}

/** The routers that a named module leads to. */
export function routersOfNamed(session: Session, file: string): readonly RouterSource[] {
  return asking(session, true, () => remember(session, `named ${file}`, () => routersOfModule(session, file)));
}

/** A router that was written by hand, read from its constants. */
export function readHandWritten(session: Session, declared: DeclaredRouter, file: string): RouterSource {
  return asking(session, false, () =>
    remember(session, `declared ${file} ${JSON.stringify(declared)}`, () => read(session, declared, file)),
  );
}

function read(session: Session, declared: DeclaredRouter, file: string): RouterSource {
  const module = openModule(session, file);
  const start = { file, line: 1, column: 1, range: [0, 0] } as const;
  const identity = { id: `${file}#${declared.table}`, name: declared.table, declared: true };
  const absent: Possible = known({ kind: 'primitive', value: undefined, place: start });
  const without = { rules: absent, unrouted: absent, strict: absent };
  if (isGap(module)) {
    const none = unknown(module);
    const scene = { session, module: emptyModule(file) };
    return buildRouter(scene, { ...identity, place: start }, { tiers: none, default: none, routes: none, ...without });
  }
  const constant = (name: string) => constantOf(session, module, name);
  const routes = constant(declared.table);
  const place = routes?.values[0]?.kind === 'object' ? routes.values[0].place : start;
  const parts = {
    tiers: tiersOf(declared, constant, start),
    default: constant(declared.default) ?? known({ kind: 'primitive', value: declared.default, place }),
    routes: withLookUps(
      session,
      declared,
      file,
      routes ?? unknown(gapOfFile(file, lacking(declared.table, 'the table'))),
    ),
    ...without,
  };
  return buildRouter({ session, module }, { ...identity, place }, parts);
}

/**
 * The table with what is not known of it for how it is looked up: with something that is made of the task, a line serves another
 * task than it names. What is looked up as it is written too, comes first.
 */
function withLookUps(session: Session, declared: DeclaredRouter, file: string, routes: Possible): Possible {
  const all = declared.functions.map((name) => lookUpsOf(session, file, declared.table, name));
  const gaps = all.flatMap(({ others }) => others);
  if (gaps.length === 0) return routes;
  const isExact = all.every(({ ways, others }) => others.length === 0 || ways.length > 0);
  return flatMap(routes, (value) => {
    if (value.kind !== 'object') return known(value);
    const open: ObjectItem = { key: null, value: unknown(...gaps), place: value.place };
    return known({ ...value, items: isExact ? [open, ...value.items] : [...value.items, open] });
  });
}

function lacking(name: string, what: string): string {
  return `has no constant ${name}, which taskroute.json names as ${what}`;
}

function tiersOf(declared: DeclaredRouter, constant: (name: string) => Possible | null, place: Place): Possible {
  const { tiers } = declared;
  if (typeof tiers === 'string') return constant(tiers) ?? unknown(gapOfFile(place.file, lacking(tiers, 'the tiers')));
  const items = tiers.map((value) => known({ kind: 'primitive', value, place }));
  return known({ kind: 'array', items, gaps: [], place });
}

/** A constant by its name in the module, or else among what it exports: `exports.ROUTES = …` has no variable. */
function constantOf(session: Session, module: Module, path: string): Possible | null {
  const scene = { session, module };
  const variable = topVariable(module, path);
  if (variable !== undefined) return evaluateVariable(scene, variable, module.tree);
  const target = targetAlong(session, module, path);
  if (target === null) return null;
  const possible = 'node' in target ? evaluate({ session, module: target.module }, target.node) : target;
  const isGiven = possible.values.some((value) => value.kind !== 'primitive' || value.value !== undefined);
  return isGiven ? detach(possible) : null;
}

function emptyModule(file: string): Module {
  // Nothing of it is read: every part of the router is a gap.
  return { file, text: '', starts: [0], shift: 0, json: false } as unknown as Module;
}
