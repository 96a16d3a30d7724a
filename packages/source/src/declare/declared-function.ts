import { findFunction, type FoundFunction } from './find-function.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { answerInWork, doNotKeep, look, remember, tracing, type Session } from '../session.ts';
import { parentOf } from '../text/tree.ts';
import type { Scene } from '../evaluate/evaluate.ts';
import { isFollowed } from './followed.ts';
import { declarations } from './declared.ts';

/** A function that is declared by its name. */
interface DeclaredFunction {
  readonly kind: FoundFunction['kind'];
  /** Where its text stands, in whichever file; null where that is not known. */
  readonly place: Place | null;
  /** Where that stands which callers get: the function, or a call that is handed it. */
  readonly made: Place | null;
}

interface NamedFunction extends DeclaredFunction {
  /** The module by which it is declared, and its name there. */
  readonly file: string;
  readonly name: string;
}

/** Every function that is declared. */
export interface DeclaredFunctions {
  readonly functions: readonly NamedFunction[];
  /** The files that declarations name, and those in which their functions stand. */
  readonly files: ReadonlySet<string>;
  /** What was read to find them. */
  readonly reads: ReadonlySet<string>;
}

/** What a declared name stands for. */
export function declaredFunction(session: Session, file: string, name: string): DeclaredFunction {
  return remember(session, `function ${file} ${name}`, () => {
    const found = findFunction(session, file, name);
    const made = 'made' in found && found.made !== null ? placeOf(found.made.module, found.made.node) : null;
    return { kind: found.kind, place: found.kind === 'function' ? placeOf(found.module, found.node) : null, made };
  });
}

/** Every declared function, looked for once a question: what is asked of a function hangs on where all of them stand. */
function declaredFunctions(session: Session): DeclaredFunctions {
  const { declared } = session;
  declared.functions ??= findAll(session);
  const answer = answerInWork(session);
  if (answer === declared.notedFor) return declared.functions;
  declared.notedFor = answer;
  for (const file of declared.functions.reads) {
    look(session, file);
    if (file === session.hosted) doNotKeep(session);
  }
  return declared.functions;
}

function findAll(session: Session): DeclaredFunctions {
  const { answer, reads } = tracing(session, () =>
    declarations(session).map(({ file, name }): NamedFunction => ({
      file,
      name,
      ...declaredFunction(session, file, name),
    })),
  );
  const files = answer.flatMap(({ file, place, made }) => [file, place?.file ?? file, made?.file ?? file]);
  return { functions: answer, files: new Set(files), reads };
}

/** Whether `taskroute.json` declares a function of a file, or one that stands in it. */
export function isDeclaredIn(session: Session, file: string): boolean {
  return declaredFunctions(session).files.has(file);
}

/** The declared function around a node: in its body a task comes from callers, which are judged themselves. */
export function declaredAround({ session, module }: Scene, node: Node): string | null {
  for (const { file, name, place } of declaredFunctions(session).functions) {
    if (place?.file !== module.file) continue;
    for (let outer: Node | undefined = node; outer !== undefined; outer = parentOf(module, outer))
      if (isAt(module, outer, place)) return isFollowed(session, file, name) ? name : null;
  }
  return null;
}

/** What is declared of the function that an expression makes, by where it stands. */
export function declaredAt({ session, module }: Scene, node: Node): { file: string; name: string } | null {
  const isHere = (place: Place | null) => place !== null && place.file === module.file && isAt(module, node, place);
  return declaredFunctions(session).functions.find(({ made, place }) => isHere(made) || isHere(place)) ?? null;
}

function isAt({ shift }: Module, { range }: Node, place: Place): boolean {
  return range[0] - shift === place.range[0] && range[1] - shift === place.range[1];
}
