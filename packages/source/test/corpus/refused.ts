/** One way in which an erased call cannot be made real. */
export interface RefusedForm {
  readonly name: string;
  /** A file; `‹` and `›` stand around the place of the fault. */
  readonly text: string;
  readonly reason: string;
  readonly mend: string;
  /** Whether only a parse without the guard comes upon it; the late pass does. */
  readonly unguarded?: true;
}

const ROUTER = `import { routeModel, router, tasks } from './router.js';\n`;

export const REFUSED: readonly RefusedForm[] = [
  {
    name: 'a type parameter',
    text: `${ROUTER}export const f = <Task extends 'blog-post' | 'email-draft'>() => ‹routeModel<Task>()›;`,
    reason: 'the task of routeModel is a type parameter, which each call chooses anew',
    mend: 'write routeModel(task)',
  },
  {
    name: 'a type parameter of one bound',
    text: `${ROUTER}export function f<Task extends 'blog-post'>(): string {\n  return ‹routeModel<Task>()›;\n}`,
    reason: 'the task of routeModel is a type parameter, which each call chooses anew',
    mend: 'write routeModel(task)',
  },
  {
    name: 'an alias',
    text: `${ROUTER}type Task = 'blog-post';\n‹routeModel<Task>()›;`,
    reason: 'the task of routeModel is the name of a type, which is gone at run time',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'an alias of the name of a constant',
    text: `${ROUTER}const TASK = 'blog-post';\ntype TASK = 'email-draft';\n‹routeModel<TASK>()›;`,
    reason: 'the task of routeModel is the name of a type, which is gone at run time',
    mend: 'write routeModel(task)',
  },
  {
    name: 'an imported alias',
    text: `${ROUTER}import type { Pick } from './tasks.js';\n‹routeModel<Pick>()›;`,
    reason: 'the task of routeModel is the name of a type, which is gone at run time',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'a union',
    text: `${ROUTER}‹routeModel<'blog-post' | 'email-draft'>()›;`,
    reason: 'the task of routeModel is one of several',
    mend: 'write routeModel(task)',
  },
  {
    name: 'a template that holds a union',
    text: `${ROUTER}‹routeModel<\`\${'blog-post' | 'email-draft'}\`>()›;`,
    reason: 'the task of routeModel is one of several',
    mend: 'write routeModel(task)',
  },
  {
    name: 'the type of any element',
    text: `${ROUTER}import { LIST } from './tasks.js';\n‹routeModel<(typeof LIST)[number]>()›;`,
    reason: 'the task of routeModel is a type that is no single text',
    mend: 'write routeModel(task)',
  },
  {
    name: 'keys',
    text: `${ROUTER}import { ROUTES } from './router.js';\n‹routeModel<keyof typeof ROUTES>()›;`,
    reason: 'the task of routeModel is a type that is no single text',
    mend: 'write routeModel(task)',
  },
  {
    name: 'a conditional type',
    text: `${ROUTER}‹routeModel<true extends true ? 'blog-post' : never>()›;`,
    reason: 'the task of routeModel is a type that is no single text',
    mend: 'write routeModel(task)',
  },
  {
    name: 'a part of a type',
    text: `${ROUTER}interface Tasks { readonly blog: 'blog-post' }\n‹routeModel<Tasks['blog']>()›;`,
    reason: 'the task of routeModel is a part of a type, and not of a value',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'a generic type',
    text: `${ROUTER}‹routeModel<Lowercase<'blog-post'>>()›;`,
    reason: 'the task of routeModel is the name of a type, which is gone at run time',
    mend: 'write routeModel(task)',
  },
  {
    name: 'a number',
    text: `${ROUTER}‹routeModel<7>()›;`,
    reason: 'the task of routeModel is a literal that is no string',
    mend: 'write routeModel(task)',
  },
  {
    name: 'two type arguments',
    text: `${ROUTER}‹routeModel<'blog-post', 'email-draft'>()›;`,
    reason: 'the task of routeModel is one of several type arguments',
    mend: `write routeModel('blog-post')`,
  },
  {
    name: 'the type of a type-only import',
    text: `${ROUTER}import type { TASK } from './tasks.js';\n‹routeModel<typeof TASK>()›;`,
    reason: 'the task of routeModel is typeof TASK, which is imported as a type alone',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'the type of a type-only name in an import',
    text: `${ROUTER}import { KEY, type TASK } from './tasks.js';\n‹routeModel<typeof TASK>()›; KEY;`,
    reason: 'the task of routeModel is typeof TASK, which is imported as a type alone',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'the type of a type-only namespace',
    text: `${ROUTER}import type * as named from './tasks.js';\n‹routeModel<typeof named.TASKS.blog>()›;`,
    reason: 'the task of routeModel is typeof named, which is imported as a type alone',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'the type of what a barrel hands on as a type alone',
    text: `${ROUTER}import { TASK } from './types.js';\n‹routeModel<typeof TASK>()›;`,
    reason: 'the task of routeModel is typeof TASK, which is imported as a type alone',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'the type of a namespace that a barrel hands on as a type alone',
    text: `${ROUTER}import * as types from './types.js';\n‹routeModel<typeof types.tasks.TASK>()›;`,
    reason: 'the task of routeModel is typeof types, which is imported as a type alone',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'the type of what an import type names',
    text: `${ROUTER}‹routeModel<typeof import('./tasks.js').TASK>()›;`,
    reason: 'the task of routeModel is of a module that is imported as a type alone',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'the type of a name that is nowhere',
    text: `${ROUTER}‹routeModel<typeof TASK>()›;`,
    reason: 'the task of routeModel is typeof TASK, which is no variable of this file',
    mend: 'write routeModel(task)',
  },
  {
    name: 'the type of what is required as a type alone',
    text: `${ROUTER}import type named = require('./tasks.js');\n‹routeModel<typeof named.TASK>()›;`,
    reason: 'the task of routeModel is typeof named, which is imported as a type alone',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'the type of a constant that is only declared',
    text: `${ROUTER}declare const TASK: 'blog-post';\n‹routeModel<typeof TASK>()›;`,
    reason: 'the task of routeModel is typeof TASK, which is only declared',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'the type of a constant that another module only declares',
    text: `${ROUTER}import { GIVEN } from './declared.js';\n‹routeModel<typeof GIVEN>()›;`,
    reason: 'the task of routeModel is typeof GIVEN, which is only declared',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'the type of what stands in a namespace that is only declared',
    text: `${ROUTER}declare namespace named {\n  const TASK: 'blog-post';\n}\n‹routeModel<typeof named.TASK>()›;`,
    reason: 'the task of routeModel is typeof named, which is only declared',
    mend: 'write routeModel(task)',
  },
  {
    name: 'a member of an enum that is only declared',
    text: `${ROUTER}declare enum Task { Blog = 'blog-post' }\n‹routeModel<Task.Blog>()›;`,
    reason: 'the task of routeModel is the name of a type, which is gone at run time',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'a member of a constant enum that is only declared',
    text: `${ROUTER}declare const enum Task { Blog = 'blog-post' }\n‹routeModel<Task.Blog>()›;`,
    reason: 'the task of routeModel is the name of a type, which is gone at run time',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'a member of a constant enum of a declaration file',
    text: `${ROUTER}import { Constant } from './built.d.ts';\n‹routeModel<Constant.Blog>()›;`,
    reason: 'the task of routeModel is the name of a type, which is gone at run time',
    mend: 'write routeModel("blog-post")',
  },
  {
    name: 'a type in a namespace with the name of an enum',
    text: `${ROUTER}enum Task { Blog = 'blog-post' }\nnamespace Task { export type Mail = 'email-draft' }\n‹routeModel<Task.Mail>()›;`,
    reason: 'the task of routeModel is the name of a type, which is gone at run time',
    mend: 'write routeModel(task)',
  },
  {
    name: 'arguments that are spread and are none',
    text: `${ROUTER}const none = [] as const;\n‹routeModel<'blog-post'>(...none)›;`,
    reason: 'a call of routeModel with arguments that are spread has no erased form',
    mend: `write routeModel('blog-post', ...none)`,
  },
  {
    name: 'arguments that are spread and not known',
    text: `${ROUTER}export const f = (...more: any) => ‹routeModel<'blog-post'>(...more)›;`,
    reason: 'a call of routeModel with arguments that are spread has no erased form',
    mend: `write routeModel('blog-post', ...more)`,
  },
  {
    name: 'options',
    text: `${ROUTER}‹routeModel<'blog-post'>({ override: 'opus' })›;`,
    reason: 'a call of routeModel with options has no erased form',
    mend: `write routeModel('blog-post', { override: 'opus' })`,
  },
  {
    name: 'options in a constant',
    text: `${ROUTER}const options = { atLeast: 'opus' } as const;\n‹routeModel<'blog-post'>(options)›;`,
    reason: 'a call of routeModel with options has no erased form',
    mend: `write routeModel('blog-post', options)`,
  },
  {
    name: 'a function that is stored with its type argument',
    text: `${ROUTER}const pick = ‹routeModel<'blog-post'>›;\npick();`,
    reason: 'routeModel is stored with its type argument, and called without a task',
    mend: `write () => routeModel('blog-post')`,
  },
  {
    name: 'a function that is handed on with its type argument',
    text: `${ROUTER}[1].map(‹router.routeModel<typeof tasks['blog-post']>›);`,
    reason: 'routeModel is stored with its type argument, and called without a task',
    mend: `write () => router.routeModel(tasks['blog-post'])`,
  },
  {
    name: 'a function that is stored with the name of a type',
    text: `${ROUTER}type Task = 'blog-post';\nconst pick = ‹routeModel<Task>›;\npick();`,
    reason: 'routeModel is stored with its type argument, and called without a task',
    mend: 'write () => routeModel("blog-post")',
    unguarded: true,
  },
  {
    name: 'a call of a router or of something else',
    text: `${ROUTER}const fake = <Task,>() => 'opus';\nconst pick = process.env['CI'] ? fake : routeModel;\n‹pick<'blog-post'>()›;`,
    reason: 'routeModel may be another function here',
    mend: `write pick('blog-post')`,
  },
  {
    name: 'an import that cannot be resolved',
    text: `import { routeModel } from './nowhere.js';\n‹routeModel<'blog-post'>()›;`,
    reason: "a call that looks like a router's cannot be followed to one",
    mend: `write routeModel('blog-post')`,
  },
  {
    name: 'a renamed import that cannot be resolved',
    text: `import { routeModel as pick } from './nowhere.js';\n‹pick<'blog-post'>()›;`,
    reason: "a call that looks like a router's cannot be followed to one",
    mend: `write pick('blog-post')`,
  },
  {
    name: 'a global of that name',
    text: `‹routeModel<'blog-post'>()›;`,
    reason: "a call that looks like a router's cannot be followed to one",
    mend: `write routeModel('blog-post')`,
  },
  {
    name: 'a method of that name of what is not known',
    text: `export const f = (deps: any) => ‹deps.routeModel<'blog-post'>()›;`,
    reason: "a call that looks like a router's cannot be followed to one",
    mend: `write deps.routeModel('blog-post')`,
  },
  {
    name: 'a call of what is not known with a task of a router that is imported',
    text: `${ROUTER}export const f = (pick: any) => ‹pick<'blog-post'>()›;`,
    reason: "a call that looks like a router's cannot be followed to one",
    mend: `write pick('blog-post')`,
  },
  {
    name: 'a call of what is not known with an alias of a task of a router that is imported',
    text: `${ROUTER}type Task = 'blog-post';\nexport const f = (holder: any) => ‹holder.pick<Task>()›;`,
    reason: "a call that looks like a router's cannot be followed to one",
    mend: 'write holder.pick("blog-post")',
  },
  {
    name: 'a call of what an interface says can be called, with a task of a router that is imported',
    text: `${ROUTER}interface Pick { <Task extends 'blog-post'>(): string }\nexport const f = (pick: Pick) => ‹pick<'blog-post'>()›;\nf(routeModel);`,
    reason: "a call that looks like a router's cannot be followed to one",
    mend: `write pick('blog-post')`,
  },
  {
    name: "a call of what the package's own types say is a router's function",
    text: `import type { RouteModel } from '@taskroute/router';\nexport const f = (pick: RouteModel<any, any, any, any, any>) => ‹pick<'blog-post'>()›;`,
    reason: "a call that looks like a router's cannot be followed to one",
    mend: `write pick('blog-post')`,
  },
  {
    name: 'a function that is taken out of what the types say is a router',
    text: `import type { Router } from '@taskroute/router';\nexport function f({ routeModel: pick }: Router) {\n  return ‹pick<'blog-post'>()›;\n}`,
    reason: "a call that looks like a router's cannot be followed to one",
    mend: `write pick('blog-post')`,
  },
  {
    name: 'types that stand apart from their call, on a line of their own',
    text: `${ROUTER}‹(routeModel<\n'blog-post'>)()›;`,
    reason: 'the task of routeModel stands apart from its call, on a line of its own',
    mend: `write routeModel('blog-post')`,
  },
  {
    name: 'types that a comment stands behind, before an optional call',
    text: `${ROUTER}‹routeModel<'blog-post'>/* a */?.()›;`,
    reason: 'the task of routeModel stands apart from its call, on a line of its own',
    mend: `write routeModel('blog-post')`,
  },
  {
    name: 'types that stand before an optional call on another line',
    text: `${ROUTER}‹(router.routeModel<'blog-post'> as any)\n?.()›;`,
    reason: 'the task of routeModel stands apart from its call, on a line of its own',
    mend: `write router.routeModel('blog-post')`,
  },
  {
    name: 'a file that is not whole',
    text: `${ROUTER}routeModel<'blog-post'>();\nconst ‹›;`,
    reason: 'the file cannot be parsed: Unexpected token',
    mend: 'mend it, or write its tasks as values',
  },
];
