/** A router, and what calls it in each form. */
export const FILES = {
  'src/router.ts': `import { defineRouter } from '@taskroute/router';

export const ROUTES = {
  // haiku: quick
  'classification': 'haiku', // cheap
  'cold-outreach': "haiku",

  // opus: long form
  'blog-post': 'opus', /* high stakes */
  'contract': 'sonnet',
  'content/*': 'sonnet',
} as const;

export const { routeModel, getTier, tasks } = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: ROUTES,
});
`,
  'src/mail.ts': `import { routeModel, tasks } from './router.js';
const POST = 'blog-post';
export const cold = routeModel('cold-outreach');
export const sure = routeModel('cold-outreach', { atLeast: 'sonnet' });
export const post = routeModel(POST);
export const typed = routeModel<'blog-post'>();
export const linked = routeModel(tasks['blog-post']);
export const teaser = routeModel('content/teaser');
export const any = (task: string) => routeModel(task);
`,
} as const;

/** A second router, with a line that the first one has as well. */
export const OTHER = `import { defineRouter } from '@taskroute/router';
export const other = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: { 'blog-post': 'haiku' } });
`;
