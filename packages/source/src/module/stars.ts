import { exportKey, lookExport } from './follow.ts';
import { gapOfFile, lost, type Gap } from '../text/gap.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { look, textAt, type Session } from '../session.ts';
import { unknown, type Possible, type Value } from '../evaluate/value.ts';

/** What a module exports under a name through `export * from`; null where none of them has it. */
export function throughStars(session: Session, file: string, stars: readonly string[], name: string): Possible | null {
  const gaps: Gap[] = [];
  let found: { readonly specifier: string; readonly possible: Possible } | null = null;
  for (const specifier of stars) {
    const target = resolve(session, file, specifier);
    if (target === null) {
      gaps.push(lost(gapOfFile(file, `may come from ${JSON.stringify(specifier)}, which cannot be resolved`)));
      continue;
    }
    if (target.startsWith('node:') || (target === ROUTER_PACKAGE && !['defineRouter', 'TaskOf'].includes(name)))
      continue;
    if (session.active.has(exportKey(session, target, name))) continue;
    // Once it is found, only a module that speaks of the name too can be in its way.
    if (found !== null && !mentions(session, target, name)) continue;
    const possible = lookExport(session, target, name);
    if (possible === null) continue;
    // Of a module that cannot be read it is not known whether it has the name: another one may.
    if (possible.values.length === 0) gaps.push(...possible.gaps);
    else if (found === null) found = { specifier, possible };
    else if (!isSame(found.possible, possible)) {
      const both = `${JSON.stringify(found.specifier)} and ${JSON.stringify(specifier)}`;
      return unknown(gapOfFile(file, `is exported by ${both}, which makes it nobody's (${name})`));
    }
  }
  return found?.possible ?? (gaps.length === 0 ? null : unknown(...new Set(gaps)));
}

/** By its text alone: most modules behind a barrel need not be parsed for a name that is found. */
function mentions(session: Session, file: string, name: string): boolean {
  look(session, file);
  const text = textAt(session, file);
  return typeof text !== 'string' || text.includes(name) || /\*|\\u|\bexports\b/.test(text);
}

/** Whether two ways lead to one thing: a name that comes in twice from where it is made is one name. */
function isSame(one: Possible, other: Possible): boolean {
  const others = new Set(other.values.map(identityOf));
  return one.values.length === others.size && one.values.every((value) => others.has(identityOf(value)));
}

function identityOf(value: Value): string {
  switch (value.kind) {
    case 'router':
    case 'tasks':
      return `${value.kind} ${value.router.id}`;
    case 'callee':
      return `${value.name} ${value.router.id}`;
    case 'module':
      return value.file;
    case 'builtin':
      return value.name;
    case 'class':
      return placed(value.statics.place);
    case 'promise':
    case 'type':
      return `${value.kind} ${value.of.values.map(identityOf).join(' ')}`;
    default:
      return placed(value.place);
  }
}

function placed({ file, range }: { readonly file: string; readonly range: readonly [number, number] }): string {
  return `${file}:${String(range[0])}`;
}
