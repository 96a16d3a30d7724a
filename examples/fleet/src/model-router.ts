import { defineRouter } from '@taskroute/router';
import { logUnrouted } from './unrouted-log.ts';

/** Which model serves which task. To change a route, change its one line; the compiler does the rest. */
export const ROUTES = {
  // Fast, structured, simple.
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

  // Balanced: most of the thinking.
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

  // Deep reasoning, long form, high stakes.
  'blog-post': 'opus',
  strategy: 'opus',
  'book-writing': 'opus',
  'complex-research': 'opus',
} as const;

export const { routeModel, getTier, tiers, version } = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  // Not the cheapest, on purpose: a task that nobody listed is served too well rather than too badly.
  default: 'sonnet',
  routes: ROUTES,
  unrouted: logUnrouted,
});

export type Model = (typeof tiers)[number];
export type Tier = ReturnType<typeof getTier>;
