import type { FindingRule } from '@taskroute/source/findings';

/** What is known of a rule beside its sentences: the linter has the same, and its page. */
export interface AuditRule {
  readonly description: string;
  /** An error where the linter's recommended preset has it, a warning where only its strict one does. */
  readonly level: 'error' | 'warning';
}

export const AUDIT_RULES: Readonly<Record<FindingRule, AuditRule>> = {
  'no-unrouted-task': { description: 'disallow tasks that the table does not list', level: 'error' },
  'no-unreadable-table': {
    description: 'disallow tables that cannot be read in full, and routers that cannot be found',
    level: 'error',
  },
  'no-erased-task': {
    description: 'disallow tasks that stand in a type alone where no build makes them real',
    level: 'error',
  },
  'no-dynamic-task': {
    description: 'disallow tasks and options whose values cannot all be known',
    level: 'warning',
  },
  'no-untracked-router': {
    description: 'disallow handing a router to where its calls cannot be followed',
    level: 'warning',
  },
  'no-unknown-model': { description: 'disallow overrides and hints that the router refuses', level: 'error' },
  'no-duplicate-route': { description: 'disallow a task twice in one table', level: 'error' },
};

const PAGES = 'https://github.com/taskroute/taskroute/blob/main/packages/eslint-plugin/docs/rules';

/** The address of a rule's page. */
export function pageOf(rule: FindingRule): string {
  return `${PAGES}/${rule}.md`;
}
