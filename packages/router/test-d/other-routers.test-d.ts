import { defineRouter, type Router } from '@taskroute/router';
import { TIERS } from './example-router.ts';

// The calls of one table do not pass as another's, whichever of them a type names.
const full = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: { classification: 'haiku', 'blog-post': 'opus' },
});
type Part = Router<typeof TIERS, 'sonnet', { readonly classification: 'haiku' }>;
// @ts-expect-error -- 'blog-post' is in the table
void (full satisfies Pick<Part, 'routeModel'>);
// @ts-expect-error -- 'blog-post' is in the table
void (full.routeModel satisfies Part['routeModel']);
// @ts-expect-error -- 'blog-post' is in the table
void (full.getTier satisfies Part['getTier']);
// @ts-expect-error -- 'blog-post' is in the table
void (full.decide satisfies Part['decide']);

const ruled = defineRouter({
  tiers: TIERS,
  default: 'sonnet',
  routes: { classification: 'haiku' },
  rules: [{ name: 'long', when: (task) => task.length > 20, model: 'opus' }],
});
// @ts-expect-error -- it has rules
void (ruled.routeModel satisfies Part['routeModel']);

// The same table under another name is the same.
type Same = { readonly classification: 'haiku'; readonly 'blog-post': 'opus' };
void (full satisfies Router<typeof TIERS, 'sonnet', Same>);
void (full.routeModel satisfies Router<typeof TIERS, 'sonnet', Same>['routeModel']);
