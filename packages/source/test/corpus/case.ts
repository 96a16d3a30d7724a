import type { Via } from '@taskroute/router';

/** What is to be said of one place: of one task, or that it cannot be verified. */
export interface Expected {
  readonly line: number;
  /** Null where the place as a whole cannot be verified. */
  readonly task: string | null;
  readonly via: Via | 'refused' | 'cannot verify';
}

/** A few files, and what is to be said of one of them. */
export interface CallCase {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The file that is judged. */
  readonly file: string;
  readonly expect: readonly Expected[];
}

/** `says(3, 'blog-post', 'route')` */
export function says(line: number, task: string, via: Expected['via']): Expected {
  return { line, task, via };
}

export function unsure(line: number): Expected {
  return { line, task: null, via: 'cannot verify' };
}

/** The router that most cases call: `blog-post` and `email-draft` are routes, `content/*` is a domain. */
export const ROUTER = `import { defineRouter } from '@taskroute/router';
export const ROUTES = { 'blog-post': 'opus', 'email-draft': 'haiku', 'content/*': 'sonnet' } as const;
export const router = defineRouter({ tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet', routes: ROUTES });
export const { routeModel, getTier, decide, tasks } = router;
export default router;
`;

/** The same router as a CommonJS module. */
export const ROUTER_COMMONJS = `const { defineRouter } = require('@taskroute/router');
const ROUTES = { 'blog-post': 'opus', 'email-draft': 'haiku', 'content/*': 'sonnet' };
module.exports = defineRouter({ tiers: ['haiku', 'sonnet', 'opus'], default: 'sonnet', routes: ROUTES });
`;

/** A case with `router.ts` beside the file that is judged. */
export function caseOf(
  name: string,
  text: string,
  expect: readonly Expected[],
  files: Readonly<Record<string, string>> = {},
  file = 'app.ts',
): CallCase {
  return { name, file, files: { 'router.ts': ROUTER, [file]: text, ...files }, expect };
}
