/** A part of the fleet, as files of a repository. */
export const FLEET: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "fleet", "type": "module" }\n',
  'src/router.ts': `import { defineRouter } from '@taskroute/router';

export const ROUTES = {
  classification: 'haiku',
  'cold-outreach': 'haiku',
  'proposal-draft': 'sonnet',
  'blog-post': 'opus',
  'content/*': 'sonnet',
} as const;

export const { routeModel } = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: ROUTES,
});
`,
  'src/playbook.ts': `import { routeModel } from './router.ts';

export const proposal = routeModel('proposal-draft');
export const outreach = routeModel('cold-outreach');
export const post = routeModel('blog-post', { atMost: 'sonnet' });
`,
  'src/digest.ts': `import { routeModel } from './router.ts';

export const label = routeModel('classification');
export const teaser = routeModel('content/teaser');
`,
};

/** A file of the fleet with a part of its text replaced. */
export function edited(file: string, from: string, to: string): string {
  const text = FLEET[file] ?? '';
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  return text.replace(from, to);
}
