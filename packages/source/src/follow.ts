import { declaredCallee, declaredFiles } from './declared.ts';
import { evaluate, type Scene } from './evaluate.ts';
import { evaluateVariable } from './evaluate-variable.ts';
import { gapAt, gapOfFile, lost, type Gap } from './gap.ts';
import { keysOf, memberOf } from './member.ts';
import { exportsOf, namesOf } from './module-exports.ts';
import { isGap } from './parse.ts';
import type { Place } from './place.ts';
import { isPlainFunction } from './plain-function.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { mayLead } from './routers-of.ts';
import { doNotKeep, openModule, remember, type Session } from './session.ts';
import { topVariable } from './tree.ts';
import { detach, flatMap, known, unknown, type Possible } from './value.ts';

/** The module that a specifier means, seen from the scene's file. */
export function resolveModule(scene: Scene, specifier: string, place: Place): Possible {
  const file = resolve(scene.session, scene.module.file, specifier);
  if (file === null)
    return unknown(lost(gapAt(place, `comes from ${JSON.stringify(specifier)}, which cannot be resolved`)));
  return file.startsWith('node:') ? known({ kind: 'builtin', name: file }) : known({ kind: 'module', file });
}

/** A longer chain of modules is made by a program, and would end the stack. */
const MOST_HOPS = 200;

/** What a module exports under a name, followed to where it is made. `place` is where it is asked. */
export function exportOf(session: Session, file: string, name: string, place: Place): Possible {
  const possible = lookExport(session, file, name);
  if (possible !== null) return possible;
  const gap = gapAt(place, `is not exported by ${file.split(/[\\/]/).at(-1) ?? file} (${JSON.stringify(name)})`);
  const exported = namesOf(session, file);
  // What CommonJS exports may be made by the running program.
  const isSure = !('reason' in exported) && exported.style === 'es' && exported.stars.length === 0;
  return unknown(isSure ? lost(gap) : gap);
}

function lookExport(session: Session, file: string, name: string): Possible | null {
  if (file === ROUTER_PACKAGE)
    return known({ kind: 'builtin', name: name === 'defineRouter' ? name : `${ROUTER_PACKAGE}.${name}` });
  if (session.narrow && !mayLead(session, file))
    return unknown(gapOfFile(file, 'is of a package that leads to no router'));
  if (session.narrow && !declaredFiles(session).includes(file) && isPlainFunction(session, file, name))
    return unknown(gapOfFile(file, 'is a function that leads to no router'));
  const key = exportKey(session, file, name);
  if (session.active.has(key)) {
    doNotKeep(session);
    return unknown(lost(gapOfFile(file, 'is exported in a circle')));
  }
  if (session.hops >= MOST_HOPS) {
    doNotKeep(session);
    return unknown(gapOfFile(file, `is reached through more than ${String(MOST_HOPS)} modules`));
  }
  session.active.add(key);
  session.hops++;
  try {
    return remember(session, key, () => {
      const possible = findExport(session, file, name);
      return possible === null ? null : detach(possible);
    });
  } finally {
    session.hops--;
    session.active.delete(key);
  }
}

function exportKey({ narrow }: Session, file: string, name: string): string {
  return `${narrow ? 'narrow' : 'export'} ${file} ${name}`;
}

function findExport(session: Session, file: string, name: string): Possible | null {
  const declared = declaredCallee(session, file, name);
  if (declared !== null) return known(declared);
  const exported = namesOf(session, file);
  if ('reason' in exported) return unknown(exported);
  const own = exported.names.get(name);
  if (own?.kind === 'from') return fromOther(session, file, own.specifier, own.name);
  if (own !== undefined) return ownExport(session, file, name);
  if (name === 'default' && exported.style !== 'es')
    return exported.hasWhole ? wholeOf(session, file) : known({ kind: 'module', file });
  if (exported.hasWhole) {
    const found = flatMap(wholeOf(session, file) ?? unknown(), (value) =>
      value.kind === 'module' && value.file === file ? unknown() : memberOf({ session }, value, name, startOf(file)),
    );
    const given = found.values.filter((value) => value.kind !== 'primitive' || value.value !== undefined);
    return given.length === 0 && found.gaps.length === 0 ? null : { values: given, gaps: found.gaps };
  }
  return name === 'default' ? null : throughStars(session, file, exported.stars, name);
}

function throughStars(session: Session, file: string, stars: readonly string[], name: string): Possible | null {
  const gaps: Gap[] = [];
  for (const specifier of stars) {
    const target = resolve(session, file, specifier);
    if (target === null)
      gaps.push(lost(gapOfFile(file, `may come from ${JSON.stringify(specifier)}, which cannot be resolved`)));
    else if (!target.startsWith('node:') && !session.active.has(exportKey(session, target, name))) {
      if (target === ROUTER_PACKAGE && !['defineRouter', 'TaskOf'].includes(name)) continue;
      const found = lookExport(session, target, name);
      if (found !== null) return found;
    }
  }
  return gaps.length === 0 ? null : unknown(...gaps);
}

function fromOther(session: Session, file: string, specifier: string, name: string): Possible {
  const target = resolve(session, file, specifier);
  if (target === null)
    return unknown(lost(gapOfFile(file, `comes from ${JSON.stringify(specifier)}, which cannot be resolved`)));
  if (target.startsWith('node:')) return known({ kind: 'builtin', name: `${target}.${name}` });
  return name === '*' ? known({ kind: 'module', file: target }) : exportOf(session, target, name, startOf(file));
}

function ownExport(session: Session, file: string, name: string): Possible {
  const module = openModule(session, file);
  if (isGap(module)) return unknown(module);
  const scene: Scene = { session, module };
  const own = exportsOf(module).names.get(name);
  if (own?.kind === 'expression') return evaluate(scene, own.node);
  const local = own?.kind === 'variable' ? own.name : name;
  const variable = topVariable(module, local);
  if (variable === undefined) return unknown(gapOfFile(file, `is ${local}, which is defined nowhere in the file`));
  return evaluateVariable(scene, variable, module.tree);
}

/** What `module.exports = …`, `export = …` or a JSON file holds; null where a module has no such whole. */
export function wholeOf(session: Session, file: string): Possible | null {
  const module = openModule(session, file);
  if (isGap(module)) return unknown(module);
  const { whole } = exportsOf(module);
  return whole === null ? null : evaluate({ session, module }, whole);
}

/** All the names of a module, as far as they can be known. */
export function exportedNames(session: Session, file: string): { names: readonly string[]; gaps: readonly Gap[] } {
  const names = new Set<string>();
  const gaps: Gap[] = [];
  const waiting = [file];
  const seen = new Set<string>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at) || at === ROUTER_PACKAGE || at.startsWith('node:')) continue;
    seen.add(at);
    const exported = namesOf(session, at);
    if ('reason' in exported) {
      gaps.push(exported);
      continue;
    }
    for (const name of exported.names.keys()) if (at === file || name !== 'default') names.add(name);
    for (const specifier of exported.stars) {
      const target = resolve(session, at, specifier);
      if (target === null)
        gaps.push(gapOfFile(at, `may come from ${JSON.stringify(specifier)}, which cannot be resolved`));
      else waiting.push(target);
    }
    if (exported.hasWhole) {
      const whole = wholeOf(session, at) ?? unknown();
      gaps.push(...whole.gaps);
      for (const value of whole.values) {
        if (value.kind === 'module') waiting.push(value.file);
        const keys = value.kind === 'module' ? unknown() : (keysOf({ session }, value, startOf(at)) ?? unknown());
        for (const key of keys.values) if (key.kind === 'primitive') names.add(String(key.value));
        gaps.push(...keys.gaps);
      }
    }
  }
  names.delete('__esModule');
  return { names: [...names], gaps };
}

function startOf(file: string): Place {
  return { file, line: 1, column: 1, range: [0, 0] };
}
