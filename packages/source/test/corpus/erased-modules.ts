import { ROUTER } from './case.ts';

/** What the erased forms import. */
export const ERASED_MODULES: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'router.ts': ROUTER,
  'tasks.ts': `export const TASK = 'blog-post';
export const TASKS = { blog: 'blog-post', mail: 'email-draft' } as const;
export const LIST = ['blog-post', 'email-draft'] as const;
export const KEY = 'blog';
export enum Kind { Blog = 'blog-post' }
export type Pick = 'blog-post';
`,
  'barrel.ts': `export * from './router.js';\nexport * from './tasks.js';\n`,
  'declared.ts': `export declare const GIVEN: 'blog-post';\n`,
  'built.d.ts': `export declare const enum Constant { Blog = 'blog-post' }\n`,
  'types.ts': `export type { TASK } from './tasks.js';\nexport type * as tasks from './tasks.js';\n`,
};
