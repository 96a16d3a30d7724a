import type { Survey } from '../survey/survey.ts';
import type { Compared } from './baseline.ts';
import { countsOf, type Counts } from './counts.ts';

/** What an audit has to say, in whichever format. */
export interface Audit {
  /** Its findings are those that no baseline accepts. */
  readonly survey: Survey;
  readonly counts: Counts;
  /** Null where none is used. */
  readonly baseline: BaselineUsed | null;
}

/** A baseline that the findings were held against. */
export interface BaselineUsed extends Pick<Compared, 'accepted' | 'gone'> {
  /** As it was named. */
  readonly file: string;
}

export function auditOf(survey: Survey, baseline: BaselineUsed | null): Audit {
  return { survey, counts: countsOf(survey), baseline };
}
