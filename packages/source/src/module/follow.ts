import { declaredCallee } from '../declare/declared.ts';
import { isDeclaredIn } from '../declare/declared-function.ts';
import type { Scene } from '../evaluate/evaluate.ts';
import { evaluateVariable } from '../evaluate/evaluate-variable.ts';
import { gapAt, gapOfFile, lost, withoutRouter } from '../text/gap.ts';
import { memberOf } from '../evaluate/member.ts';
import { exportsOf, namesOf, type ModuleExports } from './module-exports.ts';
import { isGap } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { isPlainFunction } from './plain-function.ts';
import { manifestOf, resolve, ROUTER_PACKAGE } from './resolve.ts';
import { mayLead } from '../router/routers-of.ts';
import { doNotKeep, openModule, remember, type Session } from '../session.ts';
import { throughStars } from './stars.ts';
import { topVariable } from '../text/tree.ts';
import { detach, flatMap, known, union, unknown, type Possible } from '../evaluate/value.ts';
import { ofSpreads, wholeValue, writtenValue } from './written-value.ts';

/** The module that a specifier means, seen from the scene's file. */
export function resolveModule(scene: Scene, specifier: string, place: Place): Possible {
  const otherwise = OTHERWISE.exec(specifier)?.[1];
  if (otherwise !== undefined) return unknown(gapAt(place, `is what the bundler makes of a file (?${otherwise})`));
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

/**
 * What a file imports from a module under a name. Node gives its own modules all of a CommonJS module as `default`, where
 * compilers give what was the default of the ES module before they built it.
 */
export function importOf(session: Session, from: string, file: string, name: string, place: Place): Possible {
  const possible = exportOf(session, file, name, place);
  if (name !== 'default' || file === ROUTER_PACKAGE) return possible;
  const exported = namesOf(session, file);
  if ('reason' in exported || exported.style !== 'commonjs' || !exported.marked) return possible;
  const all = known({ kind: 'module', file });
  if (/\.m[jt]s$/.test(from)) return all;
  return manifestOf(session, from)?.isModule === true ? union(possible, all) : possible;
}

/** What a module exports under a name; null where the module is known not to have the name. */
export function lookExport(session: Session, file: string, name: string): Possible | null {
  if (file === ROUTER_PACKAGE)
    return known({ kind: 'builtin', name: name === 'defineRouter' ? name : `${ROUTER_PACKAGE}.${name}` });
  if (session.narrow && !mayLead(session, file))
    return unknown(withoutRouter(gapOfFile(file, 'is of a package that leads to no router')));
  if (session.narrow && !isDeclaredIn(session, file) && isPlainFunction(session, file, name))
    return unknown(withoutRouter(gapOfFile(file, 'is a function that leads to no router')));
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

export function exportKey({ narrow }: Session, file: string, name: string): string {
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
  if (name === 'default' && exported.whole !== null) {
    const marked = exported.marked && exported.style !== 'es' ? ofWhole(session, file, exported, name) : null;
    return marked ?? wholeOf(session, file);
  }
  if (name === 'default' && exported.style !== 'es') return known({ kind: 'module', file });
  const found = ofWhole(session, file, exported, name) ?? ofSpreads(session, file, exported, name);
  if (found !== null) return found;
  const more = name === 'default' ? null : throughStars(session, file, exported.stars, name);
  return more ?? (exported.open.length > 0 ? unknown(...exported.open) : null);
}

/** A member of what `module.exports = …` gives. */
function ofWhole(session: Session, file: string, { whole }: ModuleExports<null>, name: string): Possible | null {
  if (whole === null) return null;
  const found = flatMap(wholeOf(session, file) ?? unknown(), (value) =>
    value.kind === 'module' && value.file === file ? unknown() : memberOf({ session }, value, name, startOf(file)),
  );
  const given = found.values.filter((value) => value.kind !== 'primitive' || value.value !== undefined);
  return given.length === 0 && found.gaps.length === 0 ? null : { values: given, gaps: found.gaps };
}

/** A suffix by which bundlers hand out something else than the module. */
const OTHERWISE = /\?(?:.*&)?(raw|url|inline|worker|sharedworker)\b/;

function fromOther(session: Session, file: string, specifier: string, name: string): Possible {
  const target = resolve(session, file, specifier);
  if (target === null)
    return unknown(lost(gapOfFile(file, `comes from ${JSON.stringify(specifier)}, which cannot be resolved`)));
  if (target.startsWith('node:')) return known({ kind: 'builtin', name: `${target}.${name}` });
  return name === '*' ? known({ kind: 'module', file: target }) : importOf(session, file, target, name, startOf(file));
}

function ownExport(session: Session, file: string, name: string): Possible {
  const module = openModule(session, file);
  if (isGap(module)) return unknown(module);
  const scene: Scene = { session, module };
  const { names, open } = exportsOf(module);
  const own = names.get(name);
  // What is written under a name that is not known may be written under this one.
  if (own?.kind === 'expression') return union(writtenValue(scene, own), unknown(...open));
  const local = own?.kind === 'variable' ? own.name : name;
  const variable = topVariable(module, local);
  if (variable === undefined) return unknown(gapOfFile(file, `is ${local}, which is defined nowhere in the file`));
  return evaluateVariable(scene, variable, module.tree);
}

/** What `module.exports = …`, `export = …` or a JSON file holds; null where a module has no such whole. */
export function wholeOf(session: Session, file: string): Possible | null {
  const module = openModule(session, file);
  if (isGap(module)) return unknown(module);
  return wholeValue({ session, module });
}

export function startOf(file: string): Place {
  return { file, line: 1, column: 1, range: [0, 0] };
}
