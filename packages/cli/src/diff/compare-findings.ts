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

/** Findings are the same where they say the same of one file, wherever in it. */
export function compareFindings(base: Side, head: Side): readonly SidedFinding[] {
  const left = new Map<string, Finding[]>();
  for (const finding of base.survey.findings) {
    const key = keyOf(finding);
    left.set(key, [...(left.get(key) ?? []), finding]);
  }
  const general = new Set([...base.doubts, ...head.doubts].map(keyOf));
  const sided = (finding: Finding, on: SidedFinding['on']): SidedFinding => ({
    ...finding,
    on,
    isDoubt: isDoubt(finding),
    isGeneral: general.has(keyOf(finding)),
  });
  const now = head.survey.findings.map((finding) =>
    sided(finding, left.get(keyOf(finding))?.shift() === undefined ? 'head' : 'both'),
  );
  const gone = [...left.values()].flat().map((finding) => sided(finding, 'base'));
  return [
    ...now.filter(({ on, isDoubt: doubt, isGeneral }) => on === 'head' || doubt || isGeneral),
    ...movedSubmodules(base, head),
    ...gone,
  ];
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
    return { rule: 'no-unreadable-table', file: path, line: 1, column: 1, message, ...MOVED };
  });
}

const MOVED = { on: 'head', isDoubt: true, isGeneral: true } as const;
