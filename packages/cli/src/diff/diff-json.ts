import type { Revision } from '../git/revision.ts';
import type { AskedTask } from './asked-tasks.ts';
import type { Answer, ChangedCall } from './compare-calls.ts';
import { hasChanged } from './fail-on.ts';
import type { LoneRouter, RouteDiff } from './route-diff.ts';

/** `schemas/diff.json` describes it. */
export function diffJson(diff: RouteDiff): object {
  const { routers, newRouters, goneRouters, calls, findings, nameOf } = diff;
  const flat = (key: 'added' | 'removed' | 'moved') =>
    routers.flatMap(({ router, ...changes }) => changes[key].map((each) => ({ router, ...each })));
  const single = <Key extends 'default' | 'tiers' | 'rules'>(key: Key) =>
    routers.flatMap(({ router, ...changes }) => (changes[key] === null ? [] : { router, ...changes[key] }));
  const lone = (change: 'added' | 'removed') => (router: LoneRouter) => ({ ...router, was: null, change });
  const seen = (asked: AskedTask) => seenCall(asked, nameOf(asked));
  return {
    base: sideJson(diff.base),
    head: sideJson(diff.head),
    routers: [
      ...routers.map((changes) => ({
        router: changes.router,
        was: changes.was,
        change: hasChanged(changes) ? 'changed' : 'none',
      })),
      ...newRouters.map(lone('added')),
      ...goneRouters.map(lone('removed')),
    ],
    added: flat('added'),
    removed: flat('removed'),
    moved: flat('moved'),
    default: single('default'),
    tiers: single('tiers'),
    rules: single('rules'),
    calls: calls.changed.map((call) => changedCall(call, nameOf(call.asked))),
    callsAdded: calls.added.map(seen),
    callsRemoved: calls.removed.map(seen),
    findings: findings.map(({ isDoubt, isGeneral: _, router: _router, ...finding }) => ({
      ...finding,
      cannotVerify: isDoubt,
    })),
    // Volumes are not recorded yet.
    cost: null,
  };
}

function sideJson({ name, commit }: Revision): object {
  return { name, commit };
}

function changedCall({ asked: _, from, to, ...call }: ChangedCall, router: string): object {
  return {
    ...call,
    router,
    from: shownModels(from.models),
    to: shownModels(to.models),
    models: { from: from.models, to: to.models },
    via: { from: from.via, to: to.via },
  };
}

function seenCall({ file, line, column, callee, task, models, via }: AskedTask, router: string): object {
  return { file, line, column, callee, task, router, model: models && shownModels(models), models: models ?? [], via };
}

/** One name, or several as a union type has them; null where the router refuses the call. */
function shownModels(models: Answer['models']): string | null {
  return models.length === 0 ? null : models.join(' | ');
}
