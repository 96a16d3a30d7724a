import type { Decision } from '@taskroute/router';
import type { RouterSource } from '@taskroute/source';
import type { FindingRule } from '@taskroute/source/findings';

/** Where something stands. `file` is relative to the folder that was surveyed, with `/`; lines and columns are 1-based. */
export interface Site {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A router as a survey keeps it: what crosses threads. The judge's table stays where it was read. */
export type FoundRouter = Omit<RouterSource, 'table'>;

/** A call of a router. */
export interface SurveyedCall extends Site {
  /** The router's id. */
  readonly router: string;
  readonly callee: string;
  readonly form: 'value' | 'erased';
  /** Every task that it is known to ask. */
  readonly tasks: readonly string[];
  /** Whether it can ask nothing else. */
  readonly complete: boolean;
  /** One for each task and choice of options that the router answers; where a part of the table cannot be read, what is known. */
  readonly decisions: readonly Decision[];
  /** Whether it stands in a declared wrapper, whose callers are calls themselves. */
  readonly isInWrapper: boolean;
  /** Whether the router throws, for one of its tasks with one choice of options at least. */
  readonly isRefused: boolean;
}

/** What is to be mended, in a sentence. `rule` is the linter's name for it. */
export interface Finding extends Site {
  readonly rule: FindingRule;
  readonly message: string;
  /** The id of the router that it is about; null where it is about a file. */
  readonly router: string | null;
}

/** What was found in some files. */
export interface FileSurvey {
  readonly calls: readonly SurveyedCall[];
  readonly findings: readonly Finding[];
  /** The routers that stand in the files, and those that their calls lead to. */
  readonly routers: readonly FoundRouter[];
  /** The routers that are called from anywhere but a wrapper, by id. */
  readonly reached: readonly string[];
}

/** A line of a table that no call asks for. */
export interface UnusedRoute extends Site {
  readonly router: string;
  readonly task: string;
}

/** What is known of a folder: its routers, their calls, and what is wrong. */
export interface Survey {
  /** The folder, absolute. */
  readonly root: string;
  readonly files: number;
  readonly routers: readonly FoundRouter[];
  readonly calls: readonly SurveyedCall[];
  readonly findings: readonly Finding[];
  readonly unused: readonly UnusedRoute[];
}
