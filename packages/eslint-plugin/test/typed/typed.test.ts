import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { rules } from '../../src/rules/index.ts';
import { createFolder, ROUTER } from '../folder.ts';

const folder = createFolder({
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      strict: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'esnext',
      noEmit: true,
      types: [],
    },
    include: ['*.ts'],
  }),
  'package.json': '{ "type": "module" }',
  'file.ts': '',
  'router.ts': ROUTER,
  'other-router.ts': `import { defineRouter } from '@taskroute/router';
export const other = defineRouter({ tiers: ['small', 'large'], default: 'small', routes: { summary: 'large' } });`,
  'tasks.ts': `export type Task = 'blog-post' | 'email-draft';\nexport type Loose = 'blog-post' | 'typo';
export type Tier = 'opus' | 'opsu';\nexport declare function pick(): Task;\nexport declare function guess(): Loose;\nexport declare function any(): string;`,
  'container.ts': `import type { router } from './router.js';\nimport type { other } from './other-router.js';
export interface Services { readonly route: typeof router.routeModel; readonly other: typeof other }
export declare function services(): Services;`,
});
const installed = folder.path('node_modules/@taskroute/router');
mkdirSync(dirname(installed), { recursive: true });
symlinkSync(resolve(import.meta.dirname, '../../../router'), installed);

const tester = new RuleTester({
  languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: folder.root } },
});

function run(name: string, tests: Parameters<typeof tester.run>[2]): void {
  const rule = rules[name];
  if (rule === undefined) throw new Error(`no rule ${name}`);
  tester.run(name, rule, tests);
}

const IMPORT = `import { routeModel } from './router.js'; import { any, guess, pick, type Task } from './tasks.js'; import { services, type Services } from './container.js';\n`;

run('no-dynamic-task', {
  valid: [
    { name: 'the answer of a function is of a closed type', code: `${IMPORT}routeModel(pick());` },
    { name: 'a parameter is of an imported type', code: `${IMPORT}export const f = (task: Task) => routeModel(task);` },
    {
      name: 'a type parameter has a closed bound',
      code: `${IMPORT}export const f = <T extends Task>(task: T) => routeModel(task);`,
    },
    {
      name: 'a template has closed parts',
      code: `${IMPORT}declare const size: 'blog' | 'news'; routeModel(\`\${size}-post\` as const);`,
    },
    { name: 'what is never', code: `${IMPORT}export const f = (task: never) => routeModel(task);` },
    { name: 'a branded text', code: `${IMPORT}declare const t: 'blog-post' & { brand: 1 }; routeModel(t);` },
    { name: 'a narrowed string', code: `${IMPORT}const t = any(); if (t === 'blog-post') routeModel(t);` },
    {
      name: 'options are of a closed type',
      code: `${IMPORT}type O = { override?: 'opus' | 'haiku' }; export const f = (o: Partial<O>) => routeModel('blog-post', o);`,
    },
  ],
  invalid: [
    { name: 'a string', code: `${IMPORT}routeModel(any());`, errors: [{ messageId: 'task', line: 2, column: 12 }] },
    { name: 'an open template', code: `${IMPORT}routeModel(\`content/\${any()}\`);`, errors: [{ messageId: 'task' }] },
    {
      name: 'a cast is a hope, whatever its type says',
      code: `${IMPORT}routeModel(any() as Task);`,
      errors: [{ messageId: 'task' }],
    },
    {
      name: 'a branded string',
      code: `${IMPORT}declare const t: string & { brand: 1 }; routeModel(t);`,
      errors: [{ messageId: 'task' }],
    },
    { name: 'any', code: `${IMPORT}routeModel(JSON.parse('') as any);`, errors: [{ messageId: 'task' }] },
    {
      name: 'no argument: the type of the call is not its task',
      code: `${IMPORT}routeModel();`,
      errors: [{ messageId: 'task' }],
    },
    {
      name: 'options that are any',
      code: `${IMPORT}export const f = (o: any) => routeModel('blog-post', o);`,
      errors: [{ messageId: 'options' }],
    },
    {
      name: 'options under names that are not listed',
      code: `${IMPORT}export const f = (o: Record<string, 'opus'>) => routeModel('blog-post', o);`,
      errors: [{ messageId: 'options' }],
    },
    {
      name: 'a router by its type, of an open task',
      code: `${IMPORT}services().route(any());`,
      errors: [{ messageId: 'task', line: 2, column: 18 }],
    },
  ],
});

/** `skip` is no task, and none of these conditions lets it through. */
const KINDS = `${IMPORT}type Kind = 'blog-post' | 'skip'; declare const kinds: readonly Kind[];\n`;

run('no-unrouted-task', {
  valid: [
    {
      name: 'what a return has ruled out',
      code: `${KINDS}export function f(kind: Kind) { if (kind === 'skip') return null; return routeModel(kind); }`,
    },
    {
      name: 'what a case has ruled out',
      code: `${KINDS}export function f(kind: Kind) { switch (kind) { case 'skip': return null; default: return routeModel(kind); } }`,
    },
    {
      name: 'what a continue has ruled out',
      code: `${KINDS}for (const kind of kinds) { if (kind === 'skip') continue; routeModel(kind); }`,
    },
    {
      name: 'what a property cannot be any more',
      code: `${KINDS}export function f(row: { readonly kind: Kind }) { if (row.kind === 'skip') return; routeModel(row.kind); }`,
    },
    {
      name: 'what the kind of an object rules out',
      code: `${KINDS}type Row = { done: true; task: 'skip' } | { done: false; task: 'blog-post' }; export const f = (row: Row) => row.done ? null : routeModel(row.task);`,
    },
    {
      name: "what a guard of one's own rules out",
      code: `${KINDS}declare function isTask(kind: Kind): kind is 'blog-post'; export const f = (kind: Kind) => isTask(kind) ? routeModel(kind) : null;`,
    },
    {
      name: 'what an assertion that throws rules out',
      code: `${KINDS}declare function check(kind: Kind): asserts kind is 'blog-post'; export function f(kind: Kind) { check(kind); return routeModel(kind); }`,
    },
    {
      name: 'a place that is never reached',
      code: `${KINDS}export function f(kind: Kind) { if (kind === 'skip') return; if (kind === 'blog-post') return; routeModel(kind); }`,
    },
    {
      name: 'one branch of a narrowed value',
      code: `${KINDS}export function f(kind: Kind, x: boolean) { if (kind === 'skip') return; routeModel(x ? kind : 'email-draft'); }`,
    },
    { name: 'a closed type of listed tasks', code: `${IMPORT}routeModel(pick());` },
    {
      name: 'a router by its type',
      code: `${IMPORT}services().route('blog-post'); services().other.getTier('summary');`,
    },
    {
      name: 'a parameter by its type',
      code: `${IMPORT}export const f = (route: Services['route']) => route('email-draft');`,
    },
    {
      name: 'a router by its type, with an override',
      code: `${IMPORT}services().route('typo', { override: 'opus' });`,
    },
    { name: 'a function of the same shape', code: `${IMPORT}declare const f: (task: 'typo') => string; f('typo');` },
    {
      name: 'a function over any router',
      code: `${IMPORT}import type { RouteModel } from '@taskroute/router';\nexport const f = (route: RouteModel<readonly ['a'], 'a', {}, string, {}>) => route('typo');`,
    },
  ],
  invalid: [
    {
      name: 'what only another condition rules out',
      code: `${KINDS}export function f(kind: Kind) { if (kind !== 'skip') return null; return routeModel(kind); }`,
      errors: [{ messageId: 'unrouted' }],
    },
    {
      name: 'a constant that is only called a task by an assertion',
      code: `${IMPORT}const TASK = 'typo' as 'blog-post'; routeModel(TASK);`,
      errors: [{ messageId: 'unrouted' }],
    },
    {
      name: 'a branch that is only called a task by an assertion',
      code: `${IMPORT}const TASK = 'typo'; routeModel(x ? (TASK as string as 'blog-post') : 'email-draft'); declare const x: boolean;`,
      errors: [{ messageId: 'unrouted' }],
    },
    {
      name: 'what is never, as an assertion says',
      code: `${IMPORT}const TASK = 'typo' as never; routeModel(TASK);`,
      errors: [{ messageId: 'unrouted' }],
    },
    {
      name: 'a branded text',
      code: `${IMPORT}declare function task(): 'typo' & { readonly brand: 'task' }; routeModel(task());`,
      errors: [{ messageId: 'unrouted' }],
    },
    {
      name: 'one branch of a closed type',
      code: `${IMPORT}routeModel(guess());`,
      errors: [
        {
          messageId: 'unrouted',
          line: 2,
          column: 12,
          data: { task: '"typo"', table: 'router.ts', model: '"sonnet"', mend: 'Add a line for it.' },
        },
      ],
    },
    {
      name: 'a router by its type, what it is handed in by a container',
      code: `${IMPORT}services().route('typo');`,
      errors: [{ messageId: 'unrouted', line: 2, column: 18 }],
    },
    {
      name: 'a router by its type, where it is a parameter',
      code: `${IMPORT}export const f = (route: Services['route']) => route('blog-psot');`,
      errors: [
        {
          messageId: 'unrouted',
          suggestions: [
            {
              messageId: 'replace',
              output: `${IMPORT}export const f = (route: Services['route']) => route('blog-post');`,
            },
          ],
        },
      ],
    },
    {
      name: 'each of several routers against its own table',
      code: `${IMPORT}services().other.decide('blog-post'); services().route('summary');`,
      errors: [
        { messageId: 'unrouted', line: 2, column: 25 },
        { messageId: 'unrouted', line: 2, column: 56 },
      ],
    },
    {
      name: 'a method of a class',
      code: `${IMPORT}export class Mailer { constructor(private readonly route: Services['route']) {} send() { return this.route('typo'); } }`,
      errors: [{ messageId: 'unrouted' }],
    },
    {
      name: 'each branch of what a router by its type is asked',
      code: `${IMPORT}services().route(x ? 'typo' : 'blog-post'); declare const x: boolean;`,
      errors: [{ messageId: 'unrouted' }],
    },
  ],
});

run('no-erased-task', {
  valid: [{ name: 'a value', code: `${IMPORT}services().route('blog-post');` }],
  invalid: [
    {
      name: 'a router by its type',
      code: `${IMPORT}services().route<'blog-post'>();`,
      output: `${IMPORT}services().route('blog-post');`,
      errors: [{ messageId: 'erased' }],
    },
  ],
});

run('no-unknown-model', {
  valid: [
    {
      name: 'a closed type of tiers',
      code: `${IMPORT}export const f = (m: Good) => routeModel('blog-post', { override: m }); type Good = 'opus' | 'haiku';`,
    },
  ],
  invalid: [
    {
      name: 'one branch of a closed type',
      code: `${IMPORT}import type { Tier } from './tasks.js';\nexport const f = (override: Tier) => routeModel('blog-post', { override });`,
      errors: [{ messageId: 'unknown', line: 3 }],
    },
  ],
});
