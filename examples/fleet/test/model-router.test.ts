import { expect, test, vi } from 'vitest';
import { getTier, routeModel, ROUTES, tiers } from '../src/model-router.ts';

/** The fleet's 27 public tasks, written out a second time on purpose: a changed route is a changed test. */
const FLEET = {
  haiku: [
    'exploration',
    'content-reformat',
    'data-extraction',
    'classification',
    'health-check',
    'social-post',
    'email-draft',
    'daily-plan',
    'daily-reflection',
    'prospect-search',
    'crm-update',
  ],
  sonnet: [
    'synthesis',
    'proposal-draft',
    'bid-review',
    'cold-outreach',
    'meeting-prep',
    'analysis',
    'action-extract',
    'system-recs',
    'knowledge-track',
    'client-comms',
    'follow-up',
    'contract',
  ],
  opus: ['blog-post', 'strategy', 'book-writing', 'complex-research'],
};

test('the table is the fleet’s: 27 tasks, each with its model', () => {
  const lines = Object.entries(FLEET).flatMap(([model, tasks]) => tasks.map((task) => [task, model]));
  expect(lines).toHaveLength(27);
  expect(ROUTES).toStrictEqual(Object.fromEntries(lines));
});

test('the tiers are in order, cheapest first', () => {
  expect(tiers).toStrictEqual(['haiku', 'sonnet', 'opus']);
  expect([getTier('classification'), getTier('contract'), getTier('blog-post')]).toStrictEqual([1, 2, 3]);
});

test('what is not listed is served by the second tier, in types as at run time', () => {
  vi.spyOn(console, 'warn').mockReturnValueOnce();
  const model: 'sonnet' = routeModel('never-heard-of');
  expect(model).toBe('sonnet');
});
