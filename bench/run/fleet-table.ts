/** The 27 tasks that the reference fleet names, by the model that serves them. */
export const FLEET = {
  exploration: 'haiku',
  'content-reformat': 'haiku',
  'data-extraction': 'haiku',
  classification: 'haiku',
  'health-check': 'haiku',
  'social-post': 'haiku',
  'email-draft': 'haiku',
  'daily-plan': 'haiku',
  'daily-reflection': 'haiku',
  'prospect-search': 'haiku',
  'crm-update': 'haiku',
  synthesis: 'sonnet',
  'proposal-draft': 'sonnet',
  'bid-review': 'sonnet',
  'cold-outreach': 'sonnet',
  'meeting-prep': 'sonnet',
  analysis: 'sonnet',
  'action-extract': 'sonnet',
  'system-recs': 'sonnet',
  'knowledge-track': 'sonnet',
  'client-comms': 'sonnet',
  'follow-up': 'sonnet',
  contract: 'sonnet',
  'blog-post': 'opus',
  strategy: 'opus',
  'book-writing': 'opus',
  'complex-research': 'opus',
} as const;

/** The domains that a fleet past a hundred tasks is grouped by. */
export const FLEET_DOMAINS = {
  'content/*': 'opus',
  'operations/*': 'haiku',
  'research/*': 'sonnet',
  'client/*': 'sonnet',
} as const;

export const TIERS = ['haiku', 'sonnet', 'opus'] as const;
export const DEFAULT_MODEL = 'sonnet';
