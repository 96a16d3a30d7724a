import type { StaticImport } from 'oxc-parser';
import { asksRouter, isNamed, isPlain, makesRouters } from './reach.ts';
import { importOf, startOf } from './follow.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { leads, mayLead, routersOfModule } from '../router/routers-of.ts';
import { aside, asking, type Session } from '../session.ts';
import type { Glance } from '../text/parse.ts';
import { mayLookLikeRouter } from './unresolved.ts';

/**
 * Whether nothing is to be said of a file, told before its tree is made: no import leads to a router, none looks like one, and
 * nothing is brought in otherwise. Nearly every file of a repository is dismissed here. False where only the tree can tell.
 */
export function isDismissed(session: Session, glance: Glance): boolean {
  const { file, text, imports } = glance;
  if (isNamed(session, glance) || mayLookLikeRouter(text)) return false;
  const asks = asking(session, true, () => {
    let found = asksRouter(session, glance) !== false;
    aside(session, () => {
      found ||= imports.some((each) => brings(session, file, each));
    });
    return found;
  });
  // An import that means nothing while a configuration is broken is spoken of.
  return !asks && !session.caches.resolver.hindered;
}

type Entry = StaticImport['entries'][number];

function brings(session: Session, file: string, { moduleRequest, entries }: StaticImport): boolean {
  const target = resolve(session, file, moduleRequest.value);
  if (target === null || target.startsWith('node:') || entries.length === 0) return false;
  if (target === ROUTER_PACKAGE) return true;
  return mayLead(session, target) && entries.some((entry) => entryBrings(session, file, target, entry));
}

function entryBrings(session: Session, file: string, target: string, { importName: { kind, name } }: Entry): boolean {
  // By the enum's text: it has no value at run time.
  const how: `${typeof kind}` = kind;
  if (how === 'NamespaceObject') return routersOfModule(session, target).length > 0;
  if (how === 'Name' && name !== null && isPlain(session, target, name)) return false;
  const possible = importOf(session, file, target, name ?? 'default', startOf(file));
  if (makesRouters(possible) || leads(session, possible)) return true;
  // A name that is not there may be a slip.
  return possible.values.length === 0 && routersOfModule(session, target).length > 0;
}
