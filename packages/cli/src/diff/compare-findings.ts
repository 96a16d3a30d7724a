import type { Finding } from '../survey/survey.ts';
import type { Side } from './side.ts';

/** A finding of either side. */
export interface SidedFinding extends Finding {
  /** `head`: it is new. `base`: it is mended. Of `both` only what cannot be verified is told. */
  readonly on: 'base' | 'head' | 'both';
  /** Whether it hides something that could have changed. */
  readonly isDoubt: boolean;
  /** Whether it concerns what is compared as a whole: a table, a package, a submodule. */
  readonly isGeneral: boolean;
}

/** A way to know a finding again; null where the way is not open to it. */
type KeyOf = (finding: Finding) => string | null;

/** Findings are the same where they say the same of one file, wherever in it. */
export function compareFindings(base: Side, head: Side): readonly SidedFinding[] {
  const isKept = (file: string) => base.files.has(file) && head.files.has(file);
  const { added, removed, both } = matchFindings(base.survey.findings, head.survey.findings, [
    keyOf,
    (finding) => (isKept(finding.file) ? null : keyOf({ ...finding, file: '' })),
    // What serves the task, and what it may stand for, can be another: it is without a route as before.
    (finding) =>
      finding.rule === 'no-unrouted-task' ? keyOf({ ...finding, message: finding.message.split(': ')[0] ?? '' }) : null,
  ]);
  const general = new Set([...base.doubts, ...head.doubts].map(keyOf));
  const sided = (on: SidedFinding['on']) => (finding: Finding) => ({
    ...finding,
    on,
    isDoubt: isDoubt(finding),
    isGeneral: general.has(keyOf(finding)),
  });
  return [
    ...added.map(sided('head')),
    ...movedSubmodules(base, head),
    ...both.map(sided('both')).filter((finding) => finding.isDoubt || finding.isGeneral),
    ...removed.map(sided('base')),
  ];
}

interface MatchedFindings {
  readonly added: readonly Finding[];
  readonly removed: readonly Finding[];
  /** As the head has them. */
  readonly both: readonly Finding[];
}

function matchFindings(base: readonly Finding[], head: readonly Finding[], ways: readonly KeyOf[]): MatchedFindings {
  let [removed, added] = [base, head];
  const both: Finding[] = [];
  for (const way of ways) {
    const left = new Map<string | null, Finding[]>();
    for (const finding of removed) {
      const key = way(finding);
      const alike = left.get(key);
      if (alike === undefined) left.set(key, [finding]);
      else alike.push(finding);
    }
    const known = new Set<Finding>();
    added = added.filter((finding) => {
      const key = way(finding);
      const other = key === null ? undefined : left.get(key)?.shift();
      if (other === undefined) return true;
      known.add(other);
      both.push(finding);
      return false;
    });
    removed = removed.filter((finding) => !known.has(finding));
  }
  return { added, removed, both };
}

/** Every sentence that says so begins so; a broken router is one more that answers nothing. */
function isDoubt({ rule, message }: Finding): boolean {
  return rule === 'no-unreadable-table' || message.startsWith('Cannot verify');
}

/** Places inside a message move with the lines. */
function keyOf({ rule, file, message }: Finding): string {
  return JSON.stringify([rule, file, message.replace(/:\d+:\d+/g, '')]);
}

function movedSubmodules(base: Side, head: Side): readonly SidedFinding[] {
  const paths = [...new Set([...base.submodules.keys(), ...head.submodules.keys()])].sort();
  return paths.flatMap((path) => {
    const [from, to] = [base.submodules.get(path), head.submodules.get(path)];
    if (from === to) return [];
    const moved =
      from === undefined
        ? 'is new'
        : to === undefined
          ? 'is gone'
          : `went from ${from.slice(0, 7)} to ${to.slice(0, 7)}`;
    const message = `Cannot verify what the submodule ${path} does to routes: it ${moved}, and its files are in another repository.`;
    return { rule: 'no-unreadable-table', router: null, file: path, line: 1, column: 1, message, ...MOVED };
  });
}

const MOVED = { on: 'head', isDoubt: true, isGeneral: true } as const;
