import { findFunction, type FoundFunction } from './find-function.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { doNotKeep, remember, type Session } from '../session.ts';
import { parentOf } from '../text/tree.ts';
import type { Scene } from '../evaluate/evaluate.ts';
import { declarations } from './declared.ts';

/** A function that is declared by its name. */
interface DeclaredFunction {
  readonly kind: FoundFunction['kind'];
  /** Where its text stands, in whichever file; null where that is not known. */
  readonly place: Place | null;
}

/** What a declared name stands for. */
export function declaredFunction(session: Session, file: string, name: string): DeclaredFunction {
  const key = `function ${file} ${name}`;
  if (session.active.has(key)) {
    doNotKeep(session);
    return { kind: 'unreadable', place: null };
  }
  session.active.add(key);
  try {
    return remember(session, key, () => {
      const found = findFunction(session, file, name);
      return { kind: found.kind, place: found.kind === 'function' ? placeOf(found.module, found.node) : null };
    });
  } finally {
    session.active.delete(key);
  }
}

/** The declared function around a node: in its body a task comes from callers, which are judged themselves. */
export function declaredAround({ session, module }: Scene, node: Node): string | null {
  for (const { file, name } of declarations(session)) {
    const { place } = declaredFunction(session, file, name);
    if (place?.file !== module.file) continue;
    for (let outer: Node | undefined = node; outer !== undefined; outer = parentOf(module, outer))
      if (isAt(outer, place)) return name;
  }
  return null;
}

/** The declared name of a function, where it has one. */
export function declaredNameOf({ session, module }: Scene, node: Node): { file: string; name: string } | null {
  for (const { file, name } of declarations(session)) {
    if (file !== module.file) continue;
    const { place } = declaredFunction(session, file, name);
    if (place?.file === file && isAt(node, place)) return { file, name };
  }
  return null;
}

function isAt({ range }: Node, place: Place): boolean {
  return range[0] === place.range[0] && range[1] === place.range[1];
}
