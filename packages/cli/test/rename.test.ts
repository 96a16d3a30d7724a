import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { runIn } from './run.ts';
import { faultsOfJson } from './schema.ts';
import { FILES, OTHER } from './two-tables.ts';

test('a task is renamed in the table and wherever it is asked for', async () => {
  using fixture = createFixture({ ...FILES, 'src/prompts.ts': `export const PROMPTS = { 'blog-post': 'Write.' };\n` });
  const { exit, out, err } = await runIn(fixture.root, 'rename', 'blog-post', 'content/post');
  expect([exit, err]).toEqual([0, '']);
  expect(out).toMatchInlineSnapshot(`
    "rename the route blog-post to content/post
    --- a/src/mail.ts
    +++ b/src/mail.ts
    @@ -1,9 +1,9 @@
     import { routeModel, tasks } from './router.js';
    -const POST = 'blog-post';
    +const POST = 'content/post';
     export const cold = routeModel('cold-outreach');
     export const sure = routeModel('cold-outreach', { atLeast: 'sonnet' });
     export const post = routeModel(POST);
    -export const typed = routeModel<'blog-post'>();
    -export const linked = routeModel(tasks['blog-post']);
    +export const typed = routeModel<'content/post'>();
    +export const linked = routeModel(tasks['content/post']);
     export const teaser = routeModel('content/teaser');
     export const any = (task: string) => routeModel(task);
    --- a/src/router.ts
    +++ b/src/router.ts
    @@ -7,5 +7,5 @@
     
       // opus: long form
    -  'blog-post': 'opus', /* high stakes */
    +  'content/post': 'opus', /* high stakes */
       'contract': 'sonnet',
       'content/*': 'sonnet',

    3 calls ask for it:
      src/mail.ts:5:21  routeModel  content/post  opus (route) → opus (route)
      src/mail.ts:6:22  routeModel  content/post  opus (route) → opus (route)
      src/mail.ts:7:23  routeModel  content/post  opus (route) → opus (route)
    cannot verify: 1 call asks for tasks that the text does not tell; see taskroute audit
    blog-post is still written where no known call asks it:
      src/prompts.ts:1:26
    written: src/mail.ts, src/router.ts
    "
  `);
});

test('its JSON is as the schema says', async () => {
  using fixture = createFixture(FILES);
  const { out } = await runIn(fixture.root, 'rename', 'blog-post', 'post', '--json', '--dry-run');
  expect(faultsOfJson('edit', out)).toEqual([]);
  const { task, name, from, to, summary } = JSON.parse(out) as Record<string, unknown>;
  expect([task, name, from, to, summary]).toEqual([
    'blog-post',
    'post',
    'opus',
    'opus',
    'rename the route blog-post to post',
  ]);
});

const HEAD = `import { router, ROUTES, routeModel, getTier, tasks } from './router.js';\n`;
const ROUTER = `import { defineRouter } from '@taskroute/router';
export const ROUTES = { contract: 'haiku', other: 'opus' } as const;
export const router = defineRouter({ tiers: ['haiku', 'opus'], default: 'haiku', routes: ROUTES });
export const { routeModel, getTier, tasks } = router;
`;

describe('each form of a caller is renamed', () => {
  const forms: readonly (readonly [name: string, before: string, after: string])[] = [
    ['a value', `routeModel("contract")`, `routeModel("new-name")`],
    ['a template', 'routeModel(`contract`)', 'routeModel(`new-name`)'],
    ['a constant', `const C = 'contract'; routeModel(C)`, `const C = 'new-name'; routeModel(C)`],
    [
      'a branch',
      `routeModel(Math.random() > 0.5 ? 'contract' : 'other')`,
      `routeModel(Math.random() > 0.5 ? 'new-name' : 'other')`,
    ],
    ['an erased call', `routeModel<'contract'>()`, `routeModel<'new-name'>()`],
    [
      'an erased constant',
      `const C = 'contract'; routeModel<typeof C>()`,
      `const C = 'new-name'; routeModel<typeof C>()`,
    ],
    ['a key of tasks', `routeModel(tasks['contract'])`, `routeModel(tasks['new-name'])`],
    ['a member of tasks', `routeModel(tasks.contract)`, `routeModel(tasks['new-name'])`],
    ['an optional member', `routeModel(tasks?.contract)`, `routeModel(tasks?.['new-name'])`],
    ['a member in a type', `routeModel<typeof tasks.contract>()`, `routeModel<(typeof tasks)['new-name']>()`],
    ['a key in a type', `routeModel<(typeof tasks)['contract']>()`, `routeModel<(typeof tasks)['new-name']>()`],
    [
      'a pattern',
      `const { contract } = tasks; routeModel(contract)`,
      `const { 'new-name': contract } = tasks; routeModel(contract)`,
    ],
    ['a list', `['contract', 'other'].map(routeModel)`, `['new-name', 'other'].map(routeModel)`],
    [
      'a loop',
      `for (const t of ['contract'] as const) routeModel(t)`,
      `for (const t of ['new-name'] as const) routeModel(t)`,
    ],
    [
      'a closed type',
      `const f = (t: 'contract' | 'other') => routeModel(t)`,
      `const f = (t: 'new-name' | 'other') => routeModel(t)`,
    ],
    ['a look-up of the table', `ROUTES.contract`, `ROUTES['new-name']`],
    ['a constant key', `const K = 'contract'; ROUTES[K]`, `const K = 'new-name'; ROUTES[K]`],
    ['a member of an object', `router.getTier('contract')`, `router.getTier('new-name')`],
    ['call and apply', `routeModel.call(null, 'contract')`, `routeModel.call(null, 'new-name')`],
  ];
  test.each(forms)('%s', async (_, before, after) => {
    using fixture = createFixture({ 'router.ts': ROUTER, 'app.ts': `${HEAD}${before};\n` });
    expect(await runIn(fixture.root, 'rename', 'contract', 'new-name')).toMatchObject({ exit: 0, err: '' });
    expect(readFileSync(fixture.path('app.ts'), 'utf8')).toBe(`${HEAD}${after};\n`);
    expect(readFileSync(fixture.path('router.ts'), 'utf8')).toBe(ROUTER.replace('contract:', `'new-name':`));
  });

  test('a constant in another file, and an attribute of JSX', async () => {
    using fixture = createFixture({
      'router.ts': ROUTER,
      'names.ts': `export const NAMES = { deal: 'contract' } as const;\n`,
      'app.tsx': `${HEAD}import { NAMES } from './names.js';\nrouteModel(NAMES.deal);\nfunction Answer({ task }: { task: string }) { return <p>{routeModel(task)}</p>; }\nexport const page = <Answer task="contract" />;\n`,
    });
    expect(await runIn(fixture.root, 'rename', 'contract', 'deal')).toMatchObject({ exit: 0, err: '' });
    expect(readFileSync(fixture.path('names.ts'), 'utf8')).toContain(`deal: 'deal'`);
    expect(readFileSync(fixture.path('router.ts'), 'utf8')).toContain(`deal: 'haiku'`);
  });

  test('a member of an enum, which is the key too', async () => {
    using fixture = createFixture({
      'router.ts': ROUTER.replace('contract:', '[Task.Contract]:').replace(
        'export const ROUTES',
        `export enum Task { Contract = 'contract' }\nexport const ROUTES`,
      ),
      'app.ts': `import { routeModel, Task } from './router.js';\nrouteModel(Task.Contract);\n`,
    });
    const { exit, out } = await runIn(fixture.root, 'rename', 'contract', 'deal', '--json');
    expect([exit, (JSON.parse(out) as { files: unknown[] }).files.length]).toEqual([0, 1]);
    expect(readFileSync(fixture.path('router.ts'), 'utf8')).toContain(`Contract = 'deal'`);
  });

  test("the task's own models in taskroute.json", async () => {
    const config = `{\n  "models": { "haiku": "h-1", "contract": { "haiku": "h-2" } }\n}\n`;
    using fixture = createFixture({ 'router.ts': ROUTER, 'taskroute.json': config });
    expect((await runIn(fixture.root, 'rename', 'contract', 'deal')).exit).toBe(0);
    expect(readFileSync(fixture.path('taskroute.json'), 'utf8')).toBe(config.replace('"contract"', '"deal"'));
  });
});

describe('nothing is renamed by half', () => {
  async function refused(files: Readonly<Record<string, string>>, ...argv: readonly string[]): Promise<string> {
    using fixture = createFixture(files);
    const { exit, out, err } = await runIn(fixture.root, 'rename', ...argv);
    expect([exit, out]).toEqual([2, '']);
    for (const [name, text] of Object.entries(files)) expect(readFileSync(fixture.path(name), 'utf8')).toBe(text);
    return err;
  }

  test('where a call puts the name together', async () => {
    const app = `${HEAD}const kind = 'con';\nrouteModel(\`\${kind}tract\`);\n`;
    expect(await refused({ 'router.ts': ROUTER, 'app.ts': app }, 'contract', 'deal')).toBe(
      'taskroute: cannot rename contract: its name is put together, and not written as one text (app.ts:3:12); nothing was written\n',
    );
  });

  test('where a constant is asked of another router as well', async () => {
    const app = `${HEAD}import { second } from './second.js';\nconst C = 'contract';\nrouteModel(C);\nsecond.routeModel(C);\n`;
    const files = {
      'router.ts': ROUTER,
      'second.ts': OTHER.replace('other =', 'second =').replace('blog-post', 'contract'),
      'app.ts': app,
    };
    expect(await refused(files, 'contract', 'deal', '--router', 'router.ts')).toBe(
      'taskroute: cannot rename contract: the call at app.ts:5:1 would ask for other tasks; nothing was written, edit it by hand\n',
    );
  });

  test('where calls of a domain would lose its default', async () => {
    expect(await refused({ ...FILES }, 'content/*', 'writing/*')).toBe(
      'taskroute: cannot rename content/*: the call at src/mail.ts:8:23 would be served otherwise; nothing was written, edit it by hand\n',
    );
  });

  test.each([
    ['a name that is taken', ['contract', 'other'], 'the table has a line "other" already (router.ts:2:44)'],
    ['a name that no table takes', ['contract', 'a/*/b'], 'the route "a/*/b" is malformed'],
    ['a task that is none', ['contrakt', 'x'], 'no table has a line "contrakt"; did you mean "contract"?'],
  ])('for %s', async (_, argv, err) => {
    expect(await refused({ 'router.ts': ROUTER }, ...argv)).toContain(`taskroute: ${err}`);
  });
});
