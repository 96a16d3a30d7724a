import { caseOf, says, unsure, type CallCase } from './case.ts';

const IMPORT = `import { routeModel } from './router.js';\n`;
const ASKS = `import { client } from './call.js';\nclient.ask('typo'); client.ask('blog-post');`;
const JUDGED = [says(2, 'typo', 'default'), says(2, 'blog-post', 'route')];
const METHOD = `class Client { ask(task: string) { return routeModel(task); } }`;

interface More {
  readonly function?: string;
  readonly task?: string;
  readonly module?: string;
  readonly files?: CallCase['files'];
}

/** A function in `call.ts` that is declared as a member, and what is said of `app.ts`. */
function member(
  name: string,
  definition: string,
  text = ASKS,
  expect: CallCase['expect'] = JUDGED,
  { function: called = 'client.ask', task = 'task', module = 'call.ts', files = {} }: More = {},
): CallCase {
  const config = { wrappers: [{ module, function: called, task }] };
  return caseOf(`a declared member: ${name}`, text, expect, {
    'taskroute.json': JSON.stringify(config),
    'call.ts': `${IMPORT}${definition}`,
    ...files,
  });
}

/** A function that is declared as a member of what the program makes. */
const MADE: readonly CallCase[] = [
  member('a method of an instance', `${METHOD}\nexport const client = new Client();`),
  member(
    'an arrow in a field',
    `class Client { ask = (task: string) => routeModel(task); }\nexport const client = new Client();`,
  ),
  member(
    'what a constructor gives to a field',
    `class Client { ask; constructor() { this.ask = (task: string) => routeModel(task); } }\nexport const client = new Client();`,
  ),
  member(
    'a function that a call is handed, in a field',
    `class Client { ask = retry(async (task: string) => routeModel(task)); }\nexport const client = new Client();`,
  ),
  member(
    'the default export is the instance',
    `${METHOD}\nexport default new Client();`,
    `import client from './call.js';\nclient.ask('typo'); client.ask('blog-post');`,
    JUDGED,
    { function: 'default.ask' },
  ),
  member(
    'what a function of the file makes',
    `function make() { return { ask(task: string) { return routeModel(task); } }; }\nexport const client = make();`,
  ),
  member(
    'written after it was made',
    `export const client: any = {};\nclient.ask = (task: string) => routeModel(task);`,
  ),
  member(
    'written as what a call makes of it',
    `export const client: any = {};\nclient.ask = retry((task: string) => routeModel(task));`,
  ),
  member(
    'spread into another object',
    `const base = { ask(task: string) { return routeModel(task); } };\nexport const client = { ...base };`,
  ),
  member(
    'what a call makes of other functions',
    `export const client = { ask: makeCaller(routeModel) };`,
    ASKS,
    JUDGED,
    {
      task: '0',
    },
  ),
  member('a class of another module', '', ASKS, JUDGED, {
    files: {
      'call.ts': `import { Client } from './client.js';\nexport const client = new Client();`,
      'client.ts': `${IMPORT}export ${METHOD}`,
    },
  }),
  member('behind a barrel, past which it is imported', `${METHOD}\nexport const client = new Client();`, ASKS, JUDGED, {
    module: 'index.ts',
    files: { 'index.ts': `export * from './call.js';` },
  }),
  member(
    'taken out, bound and handed on',
    `${METHOD}\nexport const client = new Client();`,
    `import { client } from './call.js';\nconst ask = client.ask.bind(client); ask('typo');\nclient.ask.call(client, 'typo'); ['typo'].map(client.ask);`,
    [says(2, 'typo', 'default'), says(3, 'typo', 'default'), says(3, 'typo', 'default')],
  ),
  caseOf(
    'a declared member: its own text, and what its class calls of itself',
    `${IMPORT}class Client {\n  ask(task: string) { return routeModel(task); }\n  go() { return this.ask('typo'); }\n}\nexport const client = new Client();`,
    [says(4, 'typo', 'default')],
    { 'taskroute.json': JSON.stringify({ wrappers: [{ module: 'app.ts', function: 'client.ask', task: 'task' }] }) },
  ),
  caseOf(
    'a declared member that callers cannot be followed to: its own text is judged',
    `${IMPORT}export function client() {}\nclient.ask = (task: string) => routeModel(task);`,
    [unsure(3)],
    { 'taskroute.json': JSON.stringify({ wrappers: [{ module: 'app.ts', function: 'client.ask', task: 'task' }] }) },
  ),
];

const CLASS = `export ${METHOD}`;

function ofClass(
  name: string,
  text: string,
  expect: CallCase['expect'],
  definition = CLASS,
  more: More = {},
): CallCase {
  const imported = `import { Client } from './call.js';\n${text}`;
  return member(`of a class: ${name}`, definition, imported, expect, { function: 'Client.ask', ...more });
}

const TYPO = [says(2, 'typo', 'default')];

/** A method that is declared by its class. */
const METHODS: readonly CallCase[] = [
  ofClass('what it makes', `new Client().ask('typo'); new Client().ask('blog-post');`, JUDGED),
  ofClass('a constant', `const client = new Client(); client.ask('typo');`, TYPO),
  ofClass('a parameter', `export function go(client: Client) { client.ask('typo'); }`, TYPO),
  ofClass('a parameter that may be missing', `export function go(client?: Client) { client?.ask('typo'); }`, TYPO),
  ofClass(
    'a parameter that is a field',
    `export class Service { constructor(private readonly client: Client) {} go() { return this.client.ask('typo'); } }`,
    TYPO,
  ),
  ofClass(
    'a field that a constructor gives',
    `export class Service { client: Client; constructor(client: Client) { this.client = client; } go() { this.client.ask('typo'); } }`,
    TYPO,
  ),
  ofClass(
    'a private field',
    `export class Service { private client = new Client(); go() { return this.client.ask('typo'); } }`,
    TYPO,
  ),
  ofClass(
    'a variable that gets it later',
    `let client: Client | undefined; export function go() { client ??= new Client(); client.ask('typo'); }`,
    TYPO,
  ),
  ofClass('a cast', `(x as unknown as Client).ask('typo');`, TYPO),
  ofClass('a subclass', `class Sub extends Client { other() {} } new Sub().ask('typo');`, TYPO),
  ofClass(
    'a subclass that calls what it extends',
    `class Sub extends Client {\nask(task: string) { return super.ask(task); } go() { return super.ask('typo'); } }`,
    [says(3, 'typo', 'default'), unsure(3)],
  ),
  ofClass(
    'what it extends has it',
    `new Client().ask('typo');`,
    TYPO,
    `class Base { ask(task: string) { return routeModel(task); } }\nexport class Client extends Base {}`,
  ),
  ofClass('by its prototype', `Client.prototype.ask.call(x, 'typo'); new Client().ask('blog-post');`, JUDGED, CLASS, {
    function: 'Client.prototype.ask',
  }),
  ofClass(
    'renamed where it is exported',
    `new Client().ask('typo');`,
    TYPO,
    `${METHOD.replace('Client', 'Inner')}\nexport { Inner as Client };`,
  ),
  ofClass(
    'overloads',
    `new Client().ask('typo');`,
    TYPO,
    `export class Client { ask(task: string): string; ask(task: string, more?: number): string { return routeModel(task); } }`,
  ),
  ofClass(
    'one that is abstract',
    `export function go(client: Client) { client.ask('typo'); }`,
    TYPO,
    `export abstract class Client { abstract ask(task: string): string; }`,
  ),
  ofClass(
    'the only one of it',
    `Client.only.ask('typo');`,
    TYPO,
    `export class Client { static readonly only = new Client(); ask(task: string) { return routeModel(task); } }`,
  ),
  ofClass('what a function answers, in its file', `const make = () => new Client();\nmake().ask('typo');`, [
    says(3, 'typo', 'default'),
  ]),
  ofClass('what an exported function answers', `export function make() { return new Client(); }`, [unsure(2)]),
  ofClass(
    'what an exported function keeps',
    `let client: Client | undefined;\nexport function get() { return (client ??= new Client()); }`,
    [unsure(3)],
  ),
  member(
    'of a class: a type that is imported',
    CLASS,
    `import type { Client } from './call.js';\nexport function go(client: Client) { client.ask('typo'); }`,
    TYPO,
    { function: 'Client.ask' },
  ),
  member(
    'of a class: the type of an import',
    CLASS,
    `\nexport function go(client: import('./call.js').Client) { client.ask('typo'); }`,
    TYPO,
    { function: 'Client.ask' },
  ),
  member(
    'of a class: the default export',
    `export default class { ask(task: string) { return routeModel(task); } }`,
    `import Client from './call.js';\nnew Client().ask('typo');`,
    TYPO,
    { function: 'default.ask' },
  ),
];

export const MEMBERS: readonly CallCase[] = [...MADE, ...METHODS];
