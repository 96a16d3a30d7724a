import { exportedNames } from '../module/exported-names.ts';
import { isHandWritten, type DeclaredRouter, type DeclaredWrapper, type RouterModule } from './config.ts';
import { nearest } from '../text/nearest.ts';
import { declarations, declaredFile } from './declared.ts';
import { declaredFunction } from './declared-function.ts';
import { declaredRouters, readHandWritten, routersOfNamed } from './declared-router.ts';
import { routersOfWrapper } from './declared-wrapper.ts';
import { findingAt } from './declaration-place.ts';
import { lostOnTheWay } from './followed.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { namesOf } from '../module/module-exports.ts';
import { isGap } from '../text/parse.ts';
import { openModule, type Session } from '../session.ts';
import { wayOfTask } from './task-way.ts';
import { topVariables } from '../text/tree.ts';

/** Declarations of `taskroute.json` that name what is not there. */
export function declarationFindings(session: Session): readonly Gap[] {
  const { routers, wrappers } = session.caches.config;
  return [
    ...routers.flatMap((entry) =>
      isHandWritten(entry) ? findingsOfRouter(session, entry) : findingsOfModule(session, entry),
    ),
    ...wrappers.flatMap((wrapper) => findingsOfWrapper(session, wrapper)),
    ...findingsOfTwins(session),
  ];
}

/** Routers of `taskroute.json` that are not among those which some file reaches. */
export function unreachedFindings(session: Session, reached: ReadonlySet<string>): readonly Gap[] {
  const { file } = session.caches.config;
  return declaredRouters(session)
    .filter(({ router }) => !reached.has(router.id))
    .map(({ entry, router }) => {
      const what = `the router ${router.name} of ${JSON.stringify(entry.module)}`;
      return findingAt(
        file,
        entry,
        'module',
        `declares ${what}, which no file reaches; call it where a model is chosen, or drop the entry`,
      );
    });
}

type Say = (field: string, reason: string) => Gap;

function sayOf(session: Session, declaration: object): Say {
  const { file } = session.caches.config;
  return (field, reason) => findingAt(file, declaration, field, reason);
}

/** The file of a declaration, or what is wrong with it. */
function fileOf(session: Session, say: Say, field: string, module: string, what: string): string | Gap {
  const file = declaredFile(session, module);
  if (file === null)
    return say(field, `declares ${what} in ${JSON.stringify(module)}, which is no file; mend the path`);
  // Not the module itself: what is known of its names is kept.
  const names = namesOf(session, file);
  return 'reason' in names
    ? say(field, `declares ${what} in ${JSON.stringify(module)}, which ${names.reason}; mend that file`)
    : file;
}

function findingsOfModule(session: Session, entry: RouterModule): readonly Gap[] {
  const say = sayOf(session, entry);
  const file = fileOf(session, say, 'module', entry.module, 'a router');
  if (typeof file !== 'string') return [file];
  if (routersOfNamed(session, file).length > 0) return [];
  return [
    say(
      'module',
      `declares a router in ${JSON.stringify(entry.module)}, which leads to no router; mend the path, or write its "table", "default", "tiers" and "functions" if no defineRouter makes it`,
    ),
  ];
}

function findingsOfRouter(session: Session, declared: DeclaredRouter): readonly Gap[] {
  const say = sayOf(session, declared);
  const file = fileOf(session, say, 'module', declared.module, 'a router');
  if (typeof file !== 'string') return [file];
  const router = readHandWritten(session, declared, file);
  return [
    ...router.gaps,
    ...router.faults.map((fault) => gapAt(fault.place, fault.message)),
    ...declared.functions.flatMap((name) => {
      const named = { file, module: declared.module, name, field: 'functions', what: 'a function' };
      const missing = findingsOfFunction(session, say, named);
      return missing.length > 0 ? missing : findingsOfCallers(session, say, named);
    }),
  ];
}

interface Named {
  readonly file: string;
  readonly module: string;
  readonly name: string;
  readonly field: string;
  readonly what: string;
}

function findingsOfFunction(session: Session, say: Say, named: Named): readonly Gap[] {
  const { file, name, field } = named;
  const { kind } = declaredFunction(session, file, name);
  const declares = `declares ${named.what} ${JSON.stringify(name)}`;
  const where = JSON.stringify(named.module);
  if (kind === 'other')
    return [say(field, `${declares}, which is no function in ${where}; name the one that is called`)];
  if (kind !== 'absent') return [];
  const near = nearest(name, namesIn(session, file));
  const mend = near === null ? '; mend the name' : ` (did you mean ${JSON.stringify(near)}?)`;
  return [say(field, `${declares}, which ${where} does not have${mend}`)];
}

/** That the calls of what is declared cannot be told from others. */
function findingsOfCallers(session: Session, say: Say, { file, name, field, what }: Named): readonly Gap[] {
  const reason = lostOnTheWay(session, file, name);
  if (reason === null) return [];
  const declares = `declares ${what} ${JSON.stringify(name)}, which cannot be followed from callers: it ${reason}`;
  return [say(field, `${declares}; make it a function or a method of its own, and declare that`)];
}

function namesIn(session: Session, file: string): readonly string[] {
  const module = openModule(session, file);
  const own = isGap(module) ? [] : topVariables(module).map((variable) => variable.name);
  return [...own, ...exportedNames(session, file).names];
}

function findingsOfWrapper(session: Session, wrapper: DeclaredWrapper): readonly Gap[] {
  const say = sayOf(session, wrapper);
  const { function: name, module, task } = wrapper;
  const file = fileOf(session, say, 'module', module, 'a wrapper');
  if (typeof file !== 'string') return [file];
  const missing = findingsOfFunction(session, say, { file, module, name, field: 'function', what: 'a wrapper' });
  if (missing.length > 0) return missing;
  const { fault } = wayOfTask(session, file, name, task);
  const lost = `declares ${JSON.stringify(task)} as the task of ${JSON.stringify(name)}, which ${fault ?? ''}`;
  const found = [...(fault === null ? [] : [say('task', lost)]), ...findingsOfWrapped(session, say, wrapper, file)];
  return found.length > 0
    ? found
    : findingsOfCallers(session, say, { file, module, name, field: 'function', what: 'a wrapper' });
}

/** What is wrong with the router that a wrapper leads to. */
function findingsOfWrapped(session: Session, say: Say, wrapper: DeclaredWrapper, file: string): readonly Gap[] {
  const { function: name, router } = wrapper;
  if (router !== undefined) {
    const named = fileOf(session, say, 'router', router, `the router of ${JSON.stringify(name)}`);
    if (typeof named !== 'string') return [named];
  }
  const found = routersOfWrapper(session, wrapper, file);
  if (found.length === 1) return [];
  const declares = `declares a wrapper ${JSON.stringify(name)}`;
  if (router !== undefined) {
    const where = JSON.stringify(router);
    const what = found.length === 0 ? 'leads to no router; mend the path' : 'leads to several; name the module of one';
    return [say('router', `${declares} of the router in ${where}, which ${what}`)];
  }
  const names = found.map((each) => each.name).join(', ');
  const which = found.length === 0 ? '' : ` (${names})`;
  return [
    say('function', `${declares}, but not to which router it leads${which}; name that router's module as its "router"`),
  ];
}

/** A function that is declared twice has two meanings, and only the first is heard. */
function findingsOfTwins(session: Session): readonly Gap[] {
  const seen = new Set<string>();
  return declarations(session).flatMap(({ file, name, of }) => {
    const key = `${file} ${name}`;
    if (seen.has(key)) {
      const field = 'function' in of ? 'function' : 'functions';
      return sayOf(session, of)(
        field,
        `declares ${JSON.stringify(name)} of ${JSON.stringify(of.module)} twice; drop one`,
      );
    }
    seen.add(key);
    return [];
  });
}
