/** One way to write an erased call, and the value form that it means. */
export interface ErasedForm {
  readonly name: string;
  readonly erased: string;
  readonly value: string;
}

function form(name: string, erased: string, value: string): ErasedForm {
  return { name, erased, value };
}

/** What the forms of an ES module begin with. */
export const IMPORTS = `import fallback, { routeModel, getTier, decide, tasks, router } from './router.js';
import { routeModel as pick } from './barrel.js';
import * as all from './router.js';
import { TASK, TASKS, LIST, Kind, KEY } from './tasks.js';
import * as named from './tasks.js';
import type { Pick } from './tasks.js';
import { TASK as renamed } from './barrel.js';
export const said: unknown[] = [];
const say = (what: unknown): number => said.push(what);
const x = '(', y = "'";
`;

/** Every statement stands in a block of its own. */
export const FORMS: readonly ErasedForm[] = [
  // What is called.
  form('a named import', `say(routeModel<'blog-post'>());`, `say(routeModel('blog-post'));`),
  form('a renamed import through a barrel', `say(pick<'blog-post'>());`, `say(pick('blog-post'));`),
  form('a namespace', `say(all.routeModel<'blog-post'>());`, `say(all.routeModel('blog-post'));`),
  form(
    'a router in a namespace',
    `say(all.router.routeModel<'blog-post'>());`,
    `say(all.router.routeModel('blog-post'));`,
  ),
  form('a default import', `say(fallback.routeModel<'blog-post'>());`, `say(fallback.routeModel('blog-post'));`),
  form('a method of the router', `say(router.routeModel<'blog-post'>());`, `say(router.routeModel('blog-post'));`),
  form('a computed member', `say(router['routeModel']<'blog-post'>());`, `say(router['routeModel']('blog-post'));`),
  form('getTier', `say(getTier<'blog-post'>());`, `say(getTier('blog-post'));`),
  form('decide', `say(decide<'blog-post'>());`, `say(decide('blog-post'));`),
  form(
    'taken out of the router',
    `const { routeModel: own } = router; say(own<'blog-post'>());`,
    `const { routeModel: own } = router; say(own('blog-post'));`,
  ),
  form(
    'an alias',
    `const own = routeModel; say(own<'blog-post'>());`,
    `const own = routeModel; say(own('blog-post'));`,
  ),
  form(
    'imported at run time',
    `const { routeModel } = await import('./router.js'); say(routeModel<'blog-post'>());`,
    `const { routeModel } = await import('./router.js'); say(routeModel('blog-post'));`,
  ),
  form(
    'a module awaited in place',
    `say((await import('./router.js')).routeModel<'blog-post'>());`,
    `say((await import('./router.js')).routeModel('blog-post'));`,
  ),
  form(
    'then',
    `await import('./router.js').then(({ routeModel }) => say(routeModel<'blog-post'>()));`,
    `await import('./router.js').then(({ routeModel }) => say(routeModel('blog-post')));`,
  ),
  form(
    'injected',
    `const run = ({ routeModel }: typeof router) => routeModel<'blog-post'>(); say(run(router));`,
    `const run = ({ routeModel }: typeof router) => routeModel('blog-post'); say(run(router));`,
  ),
  form(
    'injected through an interface',
    `interface Deps { readonly route: typeof routeModel } class Mailer { constructor(readonly deps: Deps) {} send() { return this.deps.route<'blog-post'>(); } } say(new Mailer({ route: routeModel }).send());`,
    `class Mailer { constructor(readonly deps: { route: typeof routeModel }) {} send() { return this.deps.route('blog-post'); } } say(new Mailer({ route: routeModel }).send());`,
  ),
  form(
    'an import type',
    `const run = (to: typeof import('./router.js')) => to.routeModel<'blog-post'>(); say(run(all));`,
    `const run = (to: typeof all) => to.routeModel('blog-post'); say(run(all));`,
  ),
  form(
    'one router or another function of it',
    `const own = Math.random() < 2 ? routeModel : pick; say(own<'blog-post'>());`,
    `say(routeModel('blog-post'));`,
  ),
  form(
    'it may be missing',
    `const maybe: typeof routeModel | undefined = routeModel; say(maybe?.<'blog-post'>());`,
    `say(routeModel?.('blog-post'));`,
  ),
  form('its name has an escape', `say(route\\u004dodel<'blog-post'>());`, `say(routeModel('blog-post'));`),
  // What stands around it.
  form('parentheses', `say((routeModel)<'blog-post'>());`, `say((routeModel)('blog-post'));`),
  form('parentheses around the instantiation', `say((routeModel<'blog-post'>)());`, `say((routeModel)('blog-post'));`),
  form('not null', `say(routeModel<'blog-post'>()!);`, `say(routeModel('blog-post')!);`),
  form('a callee that is not null', `say(routeModel!<'blog-post'>());`, `say(routeModel!('blog-post'));`),
  form('an optional call', `say(routeModel?.<'blog-post'>());`, `say(routeModel?.('blog-post'));`),
  form('an optional call behind the types', `say(routeModel<'blog-post'>?.());`, `say(routeModel?.('blog-post'));`),
  form('an optional member', `say(router?.routeModel<'blog-post'>());`, `say(router?.routeModel('blog-post'));`),
  form('a member of the answer', `say(routeModel<'blog-post'>().length);`, `say(routeModel('blog-post').length);`),
  form('a cast', `say(routeModel<'blog-post'>() as string);`, `say(routeModel('blog-post') as string);`),
  form(
    'a satisfied type',
    `say(routeModel<'blog-post'>() satisfies string);`,
    `say(routeModel('blog-post') satisfies string);`,
  ),
  form(
    'a cast callee',
    `say((routeModel as typeof routeModel)<'blog-post'>());`,
    `say((routeModel as typeof routeModel)('blog-post'));`,
  ),
  form(
    'a template',
    'say(`${routeModel<\'blog-post\'>()}${`${routeModel<"email-draft">()}`}`);',
    "say(`${routeModel('blog-post')}${`${routeModel('email-draft')}`}`);",
  ),
  form(
    'two in a line',
    `say([routeModel<'blog-post'>(), routeModel<'email-draft'>()]);`,
    `say([routeModel('blog-post'), routeModel('email-draft')]);`,
  ),
  form('in an argument', `say(String(routeModel<'blog-post'>()));`, `say(String(routeModel('blog-post')));`),
  form(
    'a default',
    `const f = (model = routeModel<'blog-post'>()) => model; say(f());`,
    `const f = (model = routeModel('blog-post')) => model; say(f());`,
  ),
  form(
    'a key',
    `say({ [routeModel<'blog-post'>()]: routeModel<'email-draft'>() });`,
    `say({ [routeModel('blog-post')]: routeModel('email-draft') });`,
  ),
  form(
    'a comparison',
    `say(1 < 2 && routeModel<'blog-post'>() > 'a');`,
    `say(1 < 2 && routeModel('blog-post') > 'a');`,
  ),
  form(
    'a field',
    `class A { static model = routeModel<'blog-post'>(); } say(A.model);`,
    `class A { static model = routeModel('blog-post'); } say(A.model);`,
  ),
  form(
    'without a semicolon',
    `const a = routeModel<'blog-post'>()\n;[a].forEach(say)`,
    `const a = routeModel('blog-post')\n;[a].forEach(say)`,
  ),
  form(
    'a return',
    `const f = () => { return routeModel<\n'blog-post'\n>() }; say(f());`,
    `const f = () => { return routeModel(\n'blog-post'\n) }; say(f());`,
  ),
  // What stands in it.
  form('double quotes', `say(routeModel<"blog-post">());`, `say(routeModel("blog-post"));`),
  form('a template of a number', 'say(routeModel<`${7}-${typeof KEY}`>());', 'say(routeModel(`7-blog`));'),
  form(
    'arguments that are spread, with a task among them',
    `const list = ['blog-post'] as const; say(routeModel<'blog-post'>(...list)); say(routeModel<'blog-post'>());`,
    `say(routeModel('blog-post')); say(routeModel('blog-post'));`,
  ),
  form(
    'a constant enum',
    `const enum Own { Blog = 'blog-post' } say(routeModel<Own.Blog>());`,
    `say(routeModel('blog-post'));`,
  ),
  form('a template without parts', 'say(routeModel<`blog-post`>());', 'say(routeModel(`blog-post`));'),
  form(
    'an escape',
    String.raw`say(routeModel<'blog\x2dpost'>()); say(routeModel<'caf\u00e9/\'a\''>());`,
    String.raw`say(routeModel('blog\x2dpost')); say(routeModel('caf\u00e9/\'a\''));`,
  ),
  form(
    'a quote of the other kind',
    `say(routeModel<"it's">()); say(routeModel<'"a"'>());`,
    `say(routeModel("it's")); say(routeModel('"a"'));`,
  ),
  form(
    'astral characters',
    `say(routeModel<'🦊/𝒳'>()); say(routeModel<'blog-post'>());`,
    `say(routeModel('🦊/𝒳')); say(routeModel('blog-post'));`,
  ),
  form('brackets in the text', `say(routeModel<'a>()<b'>());`, `say(routeModel('a>()<b'));`),
  form('parentheses around the type', `say(routeModel<('blog-post')>());`, `say(routeModel(('blog-post')));`),
  form('the type of a constant', `say(routeModel<typeof TASK>());`, `say(routeModel(TASK));`),
  form(
    'the type of a constant of its own',
    `const own = 'blog-post'; say(routeModel<typeof own>());`,
    `const own = 'blog-post'; say(routeModel(own));`,
  ),
  form(
    'the type of a shadowing constant',
    `const TASK = 'email-draft'; say(routeModel<typeof TASK>());`,
    `say(routeModel('email-draft'));`,
  ),
  form('the type of a constant through a barrel', `say(routeModel<typeof renamed>());`, `say(routeModel(renamed));`),
  form('the type of a property', `say(routeModel<typeof TASKS.blog>());`, `say(routeModel(TASKS.blog));`),
  form(
    'the type of a member of a namespace',
    `say(routeModel<typeof named.TASKS.mail>());`,
    `say(routeModel(named.TASKS.mail));`,
  ),
  form('an indexed type', `say(routeModel<typeof TASKS['blog']>());`, `say(routeModel(TASKS['blog']));`),
  form(
    'an indexed type in parentheses',
    `say(routeModel<(typeof TASKS)["mail"]>());`,
    `say(routeModel((TASKS)["mail"]));`,
  ),
  form('an element', `say(routeModel<(typeof LIST)[1]>());`, `say(routeModel((LIST)[1]));`),
  form('a key that is a constant', `say(routeModel<(typeof TASKS)[typeof KEY]>());`, `say(routeModel((TASKS)[KEY]));`),
  form("the router's tasks", `say(routeModel<typeof tasks['blog-post']>());`, `say(routeModel(tasks['blog-post']));`),
  form(
    'a template of types',
    'say(routeModel<`blog-${"post"}`>()); say(routeModel<`${typeof KEY}-post`>());',
    'say(routeModel(`blog-${"post"}`)); say(routeModel(`${KEY}-post`));',
  ),
  form(
    'a member of an enum',
    'say(routeModel<`${Kind.Blog}`>()); say(routeModel<`${named.Kind.Blog}`>());',
    'say(routeModel(`${Kind.Blog}`)); say(routeModel(`${named.Kind.Blog}`));',
  ),
  form('the type of a member of an enum', `say(routeModel<typeof Kind.Blog>());`, `say(routeModel(Kind.Blog));`),
  form(
    'a field of this',
    `class A { readonly task = 'blog-post'; run() { return routeModel<typeof this.task>(); } } say(new A().run());`,
    `class A { readonly task = 'blog-post'; run() { return routeModel(this.task); } } say(new A().run());`,
  ),
  form(
    'a parameter',
    `const f = (task: 'blog-post') => routeModel<typeof task>(); say(f('blog-post'));`,
    `const f = (task: 'blog-post') => routeModel(task); say(f('blog-post'));`,
  ),
  // Space and comments.
  form('space everywhere', `say(routeModel < 'blog-post' > ( ));`, `say(routeModel ( 'blog-post' ));`),
  form('line breaks in the type', `say(routeModel<\n  'blog-post'\n>());`, `say(routeModel(\n  'blog-post'\n));`),
  form('line breaks in front', `say(routeModel\n<'blog-post'>());`, `say(routeModel\n('blog-post'));`),
  form(
    'line breaks behind',
    `say(routeModel<'blog-post'>\n(\n)! as string);`,
    `say(routeModel('blog-post'\n\n)! as string);`,
  ),
  form('every line break', `say(routeModel<\r'blog-post'\u2028>(\u2029)!);`, `say(routeModel('blog-post')!);`),
  form(
    'comments',
    `say(routeModel/* < */</* ' */'blog-post'/* > */>/* ( */(/* ) */));`,
    `say(routeModel('blog-post'));`,
  ),
  form(
    'comments of a line',
    `say(routeModel<// ' <\n'blog-post' // >\n>// (\n(// )\n));`,
    `say(routeModel(\n'blog-post'\n\n\n));`,
  ),
  form(
    'a comment that looks like it',
    `say(routeModel</*routeModel<'x'>()*/'blog-post'>());`,
    `say(routeModel('blog-post'));`,
  ),
  form(
    'strange space',
    `say(routeModel\u00a0<\u3000'blog-post'\ufeff>\u2003(\v\f\t));`,
    `say(routeModel('blog-post'));`,
  ),
  // What merely looks like it.
  form(
    'strings, templates, regular expressions and comments',
    "say([\"routeModel<'blog-post'>()\", `routeModel<\"x\">()`, /routeModel<'x'>()/.source]); // routeModel<'x'>()\n/* routeModel<'x'>() */",
    'say(["routeModel<\'blog-post\'>()", `routeModel<"x">()`, /routeModel<\'x\'>()/.source]);',
  ),
  form(
    'a shadowed name',
    `const routeModel = <Task,>(): string => 'own'; say(routeModel<'blog-post'>());`,
    `say('own');`,
  ),
  form(
    'a shadowing parameter',
    `const f = (routeModel: <Task>() => number) => routeModel<'blog-post'>(); say(f(() => 7));`,
    `say(7);`,
  ),
  form(
    'another function',
    `const other = <Task,>(...all: unknown[]): number => all.length; say(other<'blog-post'>()); say(new Map<'blog-post', 1>().size);`,
    `say(0); say(0);`,
  ),
  form('a value beside a type', `say(routeModel<'blog-post'>('blog-post'));`, `say(routeModel('blog-post'));`),
  form(
    'an alias type of a value',
    `const task: Pick = 'blog-post'; say(routeModel(task));`,
    `say(routeModel('blog-post'));`,
  ),
];

/** The same for CommonJS. */
export const REQUIRES = `const said: unknown[] = [];
module.exports = { said };
const say = (what: unknown): number => said.push(what);
`;

export const COMMONJS_FORMS: readonly ErasedForm[] = [
  form(
    'required and taken apart',
    `const { routeModel } = require('./router.js'); say(routeModel<'blog-post'>());`,
    `const { routeModel } = require('./router.js'); say(routeModel('blog-post'));`,
  ),
  form(
    'required whole',
    `const own = require('./router.js'); say(own.routeModel<'blog-post'>());`,
    `say(require('./router.js').routeModel('blog-post'));`,
  ),
  form(
    'required in place',
    `say(require('./router.js').routeModel<'blog-post'>());`,
    `say(require('./router.js').routeModel('blog-post'));`,
  ),
  form(
    'the type of what is required',
    `const { TASK } = require('./tasks.js'); const { routeModel } = require('./router.js'); say(routeModel<typeof TASK>());`,
    `say(require('./router.js').routeModel(require('./tasks.js').TASK));`,
  ),
];
