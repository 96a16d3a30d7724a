import type { Audit, BaselineUsed } from './audit.ts';
import { countOf } from './count-of.ts';

/** `2 routers, 134 files, 57 calls` */
export function headlineOf({ survey, counts }: Audit): string {
  return [countOf(survey.routers.length, 'router'), countOf(counts.files, 'file'), countOf(counts.calls, 'call')].join(
    ', ',
  );
}

/** `3 findings` */
export function outcomeOf({ counts }: Audit): string {
  return counts.findings === 0 ? 'nothing to mend' : countOf(counts.findings, 'finding');
}

/** What a baseline did, in a sentence each. */
export function sentencesOnBaseline({ file, accepted, gone }: BaselineUsed): readonly string[] {
  const areGone = gone === 1 ? '1 accepted finding is gone' : `${String(gone)} accepted findings are gone`;
  return [
    ...(accepted === 0 ? [] : [`${countOf(accepted, 'finding')} accepted by ${file}.`]),
    ...(gone === 0 ? [] : [`${areGone}: update the baseline (--update-baseline).`]),
  ];
}
