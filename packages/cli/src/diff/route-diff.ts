import { CannotRun } from '../exit.ts';
import type { Revision } from '../git/revision.ts';
import { askedTasks, type AskedTask } from './asked-tasks.ts';
import { compareCalls, type CallChanges } from './compare-calls.ts';
import { compareFindings, type SidedFinding } from './compare-findings.ts';
import { compareTables, type TableChanges } from './compare-tables.ts';
import { isNamed, pairRouters, type RouterPair } from './pair-routers.ts';
import type { Side } from './side.ts';

/** A router that both sides have, and what became of its table. */
export interface RouterChanges extends TableChanges {
  readonly router: string;
  /** How it was called in the base, where that differs. */
  readonly was: string | null;
}

/** A router that one side has. */
export interface LoneRouter {
  readonly router: string;
  readonly routes: number;
}

/** What a reviewer wants to know of two revisions. */
export interface RouteDiff {
  readonly base: Revision;
  readonly head: Revision;
  readonly routers: readonly RouterChanges[];
  readonly newRouters: readonly LoneRouter[];
  readonly goneRouters: readonly LoneRouter[];
  readonly calls: CallChanges;
  readonly findings: readonly SidedFinding[];
  /** The router of a call, as the head names it. */
  readonly nameOf: (asked: AskedTask) => string;
}

/**
 * Compares two sides. Pure.
 *
 * Errors: `CannotRun` where a router is named that neither side has.
 */
export function diffSides(base: Side, head: Side, router: string | undefined): RouteDiff {
  const pairs = pairRouters(base.survey, head.survey).filter((pair) => isWanted(pair, base, head, router));
  if (pairs.length === 0) throw new CannotRun(unknownRouter(base, head, router ?? ''));
  const names = new Map(pairs.flatMap(({ name, ...sides }) => [sides.base, sides.head].map((each) => [each, name])));
  const nameOf = (asked: AskedTask): string => names.get(asked.router) ?? '';
  const asked = ({ survey }: Side, routers: readonly RouterPair['base'][]) =>
    askedTasks(
      survey.calls,
      routers.filter((each) => each !== null),
    );
  return {
    base: base.revision,
    head: head.revision,
    routers: pairs.flatMap((pair) => changesOf(pair, base, head)),
    newRouters: pairs.flatMap((pair) => (pair.base === null ? lone(pair) : [])),
    goneRouters: pairs.flatMap((pair) => (pair.head === null ? lone(pair) : [])),
    calls: compareCalls(
      {
        base: asked(
          base,
          pairs.map((pair) => pair.base),
        ),
        head: asked(
          head,
          pairs.map((pair) => pair.head),
        ),
        nameOf,
        isKept: (file) => base.files.has(file) && head.files.has(file),
      },
      {
        isHiddenInBase: (file) => base.isDoubtful(file) && !head.isDoubtful(file),
        isHiddenInHead: (file) => head.isDoubtful(file) && !base.isDoubtful(file),
      },
    ),
    findings: compareFindings(base, head),
    nameOf,
  };
}

function isWanted({ base, head }: RouterPair, from: Side, to: Side, name: string | undefined): boolean {
  if (name === undefined) return true;
  const isIn = (router: RouterPair['base'], side: Side) => router !== null && isNamed(router, side.survey.root, name);
  return isIn(base, from) || isIn(head, to);
}

function unknownRouter(base: Side, head: Side, name: string): string {
  const known = new Set(pairRouters(base.survey, head.survey).map((pair) => pair.name));
  return `no router is called ${name} on either side; name one of ${[...known].join(', ')}`;
}

function changesOf({ name, was, base, head }: RouterPair, from: Side, to: Side): RouterChanges | [] {
  if (base === null || head === null) return [];
  const changes = compareTables({ router: base, root: from.survey.root }, { router: head, root: to.survey.root });
  return { router: name, was, ...changes };
}

function lone({ name, base, head }: RouterPair): LoneRouter {
  return { router: name, routes: (head ?? base)?.routes.length ?? 0 };
}
