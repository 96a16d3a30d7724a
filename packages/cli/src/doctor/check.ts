import type { Site } from '../survey/survey.ts';

export type Status = 'ok' | 'finding' | 'cannot-verify';

/** One thing that was looked at. */
export interface Check extends Partial<Site> {
  readonly check: 'versions' | 'tables' | 'build' | 'plugins' | 'lint-cache';
  readonly status: Status;
  /** What was seen. */
  readonly message: string;
  /** What to do about it. */
  readonly mend?: string;
}
