import { isHandWritten, type DeclaredRouter, type DeclaredWrapper } from './config.ts';
import { declaredAt } from './declared-function.ts';
import { readHandWritten } from './declared-router.ts';
import { lookUpsOf } from './look-ups.ts';
import { wrapperCallee } from './declared-wrapper.ts';
import type { Scene } from '../evaluate/evaluate.ts';
import type { Node } from '../text/parse.ts';
import { resolve, ROUTER_PACKAGE } from '../module/resolve.ts';
import type { Session } from '../session.ts';
import { wayOfTask } from './task-way.ts';
import type { CalleeValue, TaskPath } from '../evaluate/value.ts';

/** The file of a declaration's module; null where there is none. */
export function declaredFile(session: Session, module: string): string | null {
  const { file } = session.caches.config;
  const found =
    resolve(session, file, module.startsWith('.') ? module : `./${module}`) ?? resolve(session, file, module);
  return found === null || found === ROUTER_PACKAGE || found.startsWith('node:') ? null : found;
}

/** One function that `taskroute.json` names, with the file of its module. */
interface Declaration {
  readonly file: string;
  readonly name: string;
  readonly of: DeclaredRouter | DeclaredWrapper;
}

/** Every function that `taskroute.json` names: those of hand-written routers first. */
export function declarations(session: Session): readonly Declaration[] {
  const { routers, wrappers } = session.caches.config;
  const found: Declaration[] = [];
  for (const of of routers.filter(isHandWritten)) {
    const file = declaredFile(session, of.module);
    if (file !== null) found.push(...of.functions.map((name) => ({ file, name, of })));
  }
  for (const of of wrappers) {
    const file = declaredFile(session, of.module);
    if (file !== null) found.push({ file, name: of.function, of });
  }
  return found;
}

/** The files that `taskroute.json` names, for their routers, functions or both. */
export function namedFiles(session: Session): readonly string[] {
  const { routers, wrappers } = session.caches.config;
  return [...routers, ...wrappers].flatMap((each) => declaredFile(session, each.module) ?? []);
}

/** A function whose text shows no look-up takes a task first: so it is declared. */
const FIRST: TaskPath = [0];

/** What `taskroute.json` says of a name in a file: a function of a hand-written router, or a wrapper. */
export function declaredCallee(session: Session, file: string, name: string): CalleeValue | null {
  const declared = declarations(session).find((each) => each.name === name && each.file === file);
  if (declared === undefined) return null;
  const { of } = declared;
  if ('function' in of) return wrapperCallee(session, of, file);
  const router = readHandWritten(session, of, file);
  const [task = FIRST, ...others] = lookUpsOf(session, file, of.table, name).ways;
  const { defaults } = wayOfTask(session, file, name, task.join('.'));
  // What is looked up with several things that callers give has no one task.
  return { kind: 'callee', router, name, task: others.length > 0 ? null : task, defaults, wrapper: false, bound: [] };
}

/** What `taskroute.json` says of a function where it is made in the text: a method has no name of its own to be met by. */
export function calleeMadeAt(scene: Scene, node: Node): CalleeValue | null {
  const { routers, wrappers } = scene.session.caches.config;
  if (routers.length + wrappers.length === 0) return null;
  const declared = declaredAt(scene, node);
  return declared === null ? null : declaredCallee(scene.session, declared.file, declared.name);
}
