import type { Finding } from '../survey/survey.ts';

/** Findings that are accepted: so many of one rule, in one file, in the same words. */
export interface Accepted {
  readonly rule: string;
  readonly file: string;
  /** Without what may change beside it: a line that is moved is the same finding. */
  readonly message: string;
  readonly count: number;
}

export interface Baseline {
  readonly version: 1;
  /** By file, rule and message. */
  readonly findings: readonly Accepted[];
}

/** What is found, held against what is accepted. */
export interface Compared {
  /** Those that are not accepted. Of several that are alike, the last ones. */
  readonly fresh: readonly Finding[];
  /** How many are. */
  readonly accepted: number;
  /** How many are accepted and were not found. */
  readonly gone: number;
}

/** A baseline that accepts these findings. `kept` are lines of an older one about files that were not looked at. */
export function baselineOf(findings: readonly Finding[], kept: readonly Accepted[] = []): Baseline {
  const counts = new Map<string, Accepted>();
  for (const finding of findings) {
    const key = baselineKey(finding);
    const { rule, file } = finding;
    counts.set(key, { rule, file, message: essenceOf(finding.message), count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return { version: 1, findings: [...counts.values(), ...kept].sort(inOrder) };
}

/** `isSeen` tells whether the audit has looked where a line of the baseline stands. */
export function compare(
  findings: readonly Finding[],
  baseline: Baseline,
  isSeen: (file: string) => boolean = () => true,
): Compared {
  const left = new Map<string, number>();
  for (const accepted of baseline.findings)
    if (isSeen(accepted.file)) left.set(baselineKey(accepted), (left.get(baselineKey(accepted)) ?? 0) + accepted.count);
  const fresh = findings.filter((finding) => {
    const key = baselineKey(finding);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { fresh, accepted: findings.length - fresh.length, gone };
}

/** What a finding is known by: not by its place. */
export function baselineKey({ rule, file, message }: Omit<Accepted, 'count'>): string {
  return JSON.stringify([file, rule, essenceOf(message)]);
}

/** `src/router.ts:3:5` without its line and column, and without advice: what was meant is guessed from the other lines of a table. */
function essenceOf(message: string): string {
  return message.replace(/:\d+:\d+\b/g, '').replace(/ (?:Did you mean .*|Add a line for it\.)$/, '');
}

function inOrder(one: Accepted, other: Accepted): number {
  const [first, second] = [baselineKey(one), baselineKey(other)];
  return first < second ? -1 : Number(first > second);
}
