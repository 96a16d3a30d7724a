import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { startOf, wholeOf } from './follow.ts';
import { gapOfFile, type Gap } from '../text/gap.ts';
import { keysOf } from '../evaluate/member.ts';
import { exportsOf, namesOf, type ModuleExports } from './module-exports.ts';
import { isGap } from '../text/parse.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { openModule, type Session } from '../session.ts';
import { union, unknown, type Possible } from '../evaluate/value.ts';

/** The names of a module, as far as they can be known. */
export interface ExportedNames {
  readonly names: readonly string[];
  readonly gaps: readonly Gap[];
}

/** All the names of a module, through what it hands on. */
export function exportedNames(session: Session, file: string): ExportedNames {
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
    gaps.push(...exported.open);
    if (isSilent(exported)) gaps.push(gapOfFile(at, 'exports nothing that the text shows'));
    for (const specifier of exported.stars) {
      const target = resolve(session, at, specifier);
      if (target === null)
        gaps.push(gapOfFile(at, `may come from ${JSON.stringify(specifier)}, which cannot be resolved`));
      else waiting.push(target);
    }
    const whole = handedOn(session, at, exported);
    gaps.push(...whole.gaps);
    for (const value of whole.values) {
      if (value.kind === 'module') {
        waiting.push(value.file);
        continue;
      }
      const keys = keysOf({ session }, value, startOf(at)) ?? unknown();
      for (const key of keys.values) if (key.kind === 'primitive') names.add(String(key.value));
      gaps.push(...keys.gaps);
    }
  }
  names.delete('__esModule');
  return { names: [...names], gaps };
}

/** A module without one word of exports, whose object is not the empty one for that: something else may fill it. */
function isSilent({ style, names, stars, spreads, whole, open }: ModuleExports<null>): boolean {
  const isEmpty = names.size === 0 && stars.length === 0 && spreads.length === 0 && whole === null;
  return style === 'commonjs' && isEmpty && open.length === 0;
}

/** What a module gives as a whole, and the objects all of whose properties it exports. */
function handedOn(session: Session, file: string, { whole, spreads }: ModuleExports<null>): Possible {
  const parts = [unknown()];
  if (whole !== null) parts.push(wholeOf(session, file) ?? unknown());
  const module = spreads.length === 0 ? null : openModule(session, file);
  if (module !== null && !isGap(module)) {
    const scene: Scene = { session, module };
    for (const node of exportsOf(module).spreads) parts.push(evaluate(scene, node));
  }
  return union(...parts);
}
