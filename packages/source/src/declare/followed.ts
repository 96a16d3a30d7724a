import { evaluateVariable } from '../evaluate/evaluate-variable.ts';
import { membersOf } from './find-member.ts';
import { exportOf, startOf } from '../module/follow.ts';
import { asking, doNotKeep, moduleAt, remember, type Session } from '../session.ts';
import { topVariable } from '../text/tree.ts';
import type { Possible, Value } from '../evaluate/value.ts';

/** Whether those who come by the name of a declared function meet what is declared. */
export function isFollowed(session: Session, file: string, name: string): boolean {
  return lostOnTheWay(session, file, name) === null;
}

/** Why they do not meet it; null where they do. */
export function lostOnTheWay(session: Session, file: string, name: string): string | null {
  const key = `way to ${file} ${name}`;
  if (session.active.has(key)) {
    doNotKeep(session);
    return null;
  }
  session.active.add(key);
  try {
    return remember(session, key, () => asking(session, false, () => reasonOf(metBy(session, file, name))));
  } finally {
    session.active.delete(key);
  }
}

function reasonOf({ values, gaps }: Possible): string | null {
  return values.some(isDeclared) ? null : (gaps[0]?.reason ?? 'is not what the text shows there');
}

function isDeclared(value: Value): boolean {
  return value.kind === 'callee' && (value.wrapper || value.router.declared);
}

/** What a caller has in hand, who goes from the name in the module, or among its exports, to the last member. */
function metBy(session: Session, file: string, path: string): Possible {
  const module = moduleAt(session, file);
  const [name = '', ...members] = path.split('.');
  const variable = module === null ? undefined : topVariable(module, name);
  const start =
    module === null || variable === undefined
      ? exportedAs(session, file, name)
      : evaluateVariable({ session, module }, variable, module.tree);
  return members.reduce((possible, key) => membersOf(session, possible, key), start);
}

/** `export default { callModel() { … } }` hands on its members. */
function exportedAs(session: Session, file: string, name: string): Possible {
  const own = exportOf(session, file, name, startOf(file));
  if (own.values.length > 0 || name === 'default') return own;
  const inDefault = membersOf(session, exportOf(session, file, 'default', startOf(file)), name);
  return inDefault.values.length > 0 ? inDefault : own;
}
