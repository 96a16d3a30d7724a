import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { edited, FLEET } from './fleet.ts';
import { createRepository, type TestRepository } from './repository.ts';
import { runIn } from './run.ts';
import { faultsOfJson } from './schema.ts';

const MOVED = edited('src/router.ts', "'cold-outreach': 'haiku'", "'cold-outreach': 'sonnet'");

/** The shape that JSON has, as far as these tests look at it. */
interface Shape {
  readonly routers: readonly object[];
  readonly added: readonly object[];
  readonly removed: readonly object[];
  readonly moved: readonly object[];
  readonly default: readonly object[];
  readonly tiers: readonly object[];
  readonly calls: readonly object[];
  readonly callsAdded: readonly object[];
  readonly callsRemoved: readonly object[];
  readonly findings: readonly { readonly message: string; readonly on: string; readonly cannotVerify: boolean }[];
}

async function diffJson(repository: TestRepository, ...argv: readonly string[]): Promise<Shape> {
  const { out, err } = await runIn(repository.root, 'diff', ...argv, '--json');
  expect(err).toBe('');
  expect(faultsOfJson('diff', out)).toEqual([]);
  return JSON.parse(out) as Shape;
}

test('the story of the fleet: cold-outreach moves up, and the call that it concerns is shown', async () => {
  using repository = createRepository(FLEET);
  repository.write('src/router.ts', MOVED);
  repository.commit('head');
  const { exit, out } = await runIn(repository.root, 'diff', 'base', 'head');
  expect(exit).toBe(0);
  expect(out.replace(/\([0-9a-f]{7}\)/g, '(commit)')).toBe(`base (commit) → head (commit)
1 route moves up, 1 call changes model

src/router.ts#router
  up  cold-outreach  haiku → sonnet

Calls that change model
  up  src/playbook.ts:4:25  cold-outreach  haiku → sonnet
`);
});

test('as a comment, the same story is a headline, a table and a list that is folded up', async () => {
  using repository = createRepository(FLEET);
  repository.write('src/router.ts', MOVED);
  repository.commit('head');
  const { out } = await runIn(repository.root, 'diff', 'base', 'head', '--format', 'markdown');
  expect(out.replace(/<code>[0-9a-f]{7}<\/code>/g, '<code>commit</code>')).toBe(`<!-- taskroute diff -->

### taskroute: 1 route moves up, 1 call changes model

<code>base</code> (<code>commit</code>) → <code>head</code> (<code>commit</code>)

<code>src/router.ts&#35;router</code>

|  | task | from | to | cost |
| --- | --- | --- | --- | ---: |
| up | <code>cold-outreach</code> | <code>haiku</code> | <code>sonnet</code> | – |

The cost of a change is known when volumes are recorded.

<details><summary>1 call changes model</summary>

|  | call | task | from | to |
| --- | --- | --- | --- | --- |
| up | <code>src/playbook.ts:4</code> | <code>cold-outreach</code> | <code>haiku</code> | <code>sonnet</code> |

</details>
`);
});

test('as JSON, the same story has the published shape', async () => {
  using repository = createRepository(FLEET);
  const base = repository.git('rev-parse', 'base').trim();
  repository.write('src/router.ts', MOVED);
  const head = repository.commit('head');
  const router = 'src/router.ts#router';
  expect(await diffJson(repository, 'base', 'head')).toEqual({
    version: 1,
    base: { name: 'base', commit: base },
    head: { name: 'head', commit: head },
    routers: [{ router, was: null, change: 'changed' }],
    added: [],
    removed: [],
    moved: [
      {
        ...{ router, task: 'cold-outreach', from: 'haiku', to: 'sonnet', direction: 'up' },
        ...{ file: 'src/router.ts', line: 5, column: 20 },
      },
    ],
    default: [],
    tiers: [],
    rules: [],
    calls: [
      {
        ...{ router, file: 'src/playbook.ts', line: 4, column: 25, callee: 'routeModel', task: 'cold-outreach' },
        ...{ wasTask: null, wasFile: null, from: 'haiku', to: 'sonnet', direction: 'up' },
        models: { from: ['haiku'], to: ['sonnet'] },
        via: { from: ['route'], to: ['route'] },
      },
    ],
    callsAdded: [],
    callsRemoved: [],
    findings: [],
    cost: null,
  });
});

test('the other way round the story is a downgrade, and fails where it is told to', async () => {
  using repository = createRepository(FLEET);
  repository.write('src/router.ts', MOVED);
  repository.commit('head');
  const { exit, out, err } = await runIn(repository.root, 'diff', 'head', 'base', '--fail-on', 'downgrade');
  expect(exit).toBe(1);
  expect(out).toContain('1 route moves down, 1 call changes model');
  expect(err).toBe('taskroute: fails on downgrade (2)\n');
  expect((await runIn(repository.root, 'diff', 'base', 'head', '--fail-on', 'downgrade')).exit).toBe(0);
  expect((await runIn(repository.root, 'diff', 'base', 'head', '--fail-on', 'downgrade,change')).exit).toBe(1);
  expect((await runIn(repository.root, 'diff', 'head', 'base')).exit).toBe(0);
});

test('a route that is new or gone tells what served its task before, or serves it now', async () => {
  using repository = createRepository(FLEET);
  repository.write(
    'src/router.ts',
    edited('src/router.ts', "  'blog-post': 'opus',\n", "  contract: 'opus',\n  'content/teaser': 'haiku',\n"),
  );
  const diff = await diffJson(repository, 'base');
  expect(diff.added).toMatchObject([
    { task: 'content/teaser', model: 'haiku', before: { model: 'sonnet', via: 'domain' }, direction: 'down' },
    { task: 'contract', model: 'opus', before: { model: 'sonnet', via: 'default' }, direction: 'up' },
  ]);
  expect(diff.removed).toMatchObject([
    { task: 'blog-post', model: 'opus', after: { model: 'sonnet', via: 'default' }, direction: 'down', line: 7 },
  ]);
  expect(diff.moved).toEqual([]);
  // The call of blog-post asks for sonnet at most: it is answered as before. That of the teaser gets cheaper.
  expect(diff.calls).toMatchObject([{ file: 'src/digest.ts', task: 'content/teaser', from: 'sonnet', to: 'haiku' }]);
  expect(diff.findings).toMatchObject([
    { rule: 'no-unrouted-task', file: 'src/playbook.ts', on: 'head' },
    { rule: 'no-unrouted-task', file: 'src/digest.ts', on: 'base' },
  ]);
  const { exit, err } = await runIn(repository.root, 'diff', 'base', '--fail-on', 'unrouted', '--fail-on', 'downgrade');
  expect([exit, err]).toEqual([1, 'taskroute: fails on unrouted (1), downgrade (2)\n']);
});

test('another default moves every call that it serves', async () => {
  using repository = createRepository({
    ...FLEET,
    'src/extra.ts': "import { routeModel } from './router.ts';\nexport const extra = routeModel('never-heard-of');\n",
  });
  repository.write('src/router.ts', edited('src/router.ts', "default: 'sonnet'", "default: 'haiku'"));
  const diff = await diffJson(repository, 'base');
  expect(diff.default).toEqual([{ router: 'src/router.ts#router', from: 'sonnet', to: 'haiku', direction: 'down' }]);
  expect(diff.calls).toMatchObject([{ task: 'never-heard-of', from: 'sonnet', to: 'haiku', direction: 'down' }]);
  expect(diff.moved).toEqual([]);
  // The task was without a route before.
  expect(diff.findings).toEqual([]);
  expect((await runIn(repository.root, 'diff', 'base')).out).toContain('1 default moves down, 1 call changes model');
});

test('a domain that moves, moves the calls that it serves', async () => {
  using repository = createRepository(FLEET);
  repository.write('src/router.ts', edited('src/router.ts', "'content/*': 'sonnet'", "'content/*': 'opus'"));
  const diff = await diffJson(repository, 'base');
  expect(diff.moved).toMatchObject([{ task: 'content/*', from: 'sonnet', to: 'opus', direction: 'up' }]);
  expect(diff.calls).toMatchObject([{ task: 'content/teaser', to: 'opus', via: { to: ['domain'] } }]);
});

test('a model that is only called otherwise is renamed, and moves no route and no call', async () => {
  using repository = createRepository(FLEET);
  repository.write('src/router.ts', (FLEET['src/router.ts'] ?? '').replaceAll("'haiku'", "'swift'"));
  const diff = await diffJson(repository, 'base');
  expect(diff.tiers).toMatchObject([{ added: [], removed: [], renamed: [{ from: 'haiku', to: 'swift' }] }]);
  expect([diff.moved, diff.calls, diff.default]).toEqual([[], [], []]);
  expect((await runIn(repository.root, 'diff', 'base', '--fail-on', 'downgrade')).exit).toBe(0);
  expect((await runIn(repository.root, 'diff', 'base', '--fail-on', 'change')).exit).toBe(1);
});

test('a new tier is told as one, and ranks the moves to it', async () => {
  using repository = createRepository(FLEET);
  repository.write(
    'src/router.ts',
    edited('src/router.ts', "['haiku', 'sonnet', 'opus']", "['mini', 'haiku', 'sonnet', 'opus']").replace(
      "classification: 'haiku'",
      "classification: 'mini'",
    ),
  );
  const diff = await diffJson(repository, 'base');
  expect(diff.tiers).toMatchObject([{ added: ['mini'], removed: [], renamed: [] }]);
  expect(diff.moved).toMatchObject([{ task: 'classification', from: 'haiku', to: 'mini', direction: 'down' }]);
});

test('lines that move, files that move and another order change nothing', async () => {
  using repository = createRepository(FLEET);
  repository.write(
    'src/playbook.ts',
    `// A word.\n\n${edited('src/playbook.ts', "'./router.ts';", "'./router.ts';\n\n")}`,
  );
  repository.write('src/nested/digest.ts', (FLEET['src/digest.ts'] ?? '').replace('./router', '../router'));
  repository.remove('src/digest.ts');
  repository.write(
    'src/router.ts',
    edited('src/router.ts', "  classification: 'haiku',\n", '').replace(
      "'content/*'",
      "classification: 'haiku',\n  'content/*'",
    ),
  );
  const { exit, out } = await runIn(repository.root, 'diff', 'base', '--fail-on', 'change,downgrade');
  expect([exit, out.split('\n').slice(1)]).toEqual([0, ['no route changes', '']]);
});

test('a call that asks another task, or has an override now, changes model', async () => {
  using repository = createRepository(FLEET);
  repository.write(
    'src/playbook.ts',
    edited('src/playbook.ts', "'cold-outreach'", "'blog-post'").replace(
      "'proposal-draft'",
      "'proposal-draft', { override: 'haiku' }",
    ),
  );
  const diff = await diffJson(repository, 'base');
  expect(diff.calls).toMatchObject([
    {
      task: 'proposal-draft',
      wasTask: null,
      from: 'sonnet',
      to: 'haiku',
      direction: 'down',
      via: { to: ['override'] },
    },
    { task: 'blog-post', wasTask: 'cold-outreach', from: 'haiku', to: 'opus', direction: 'up' },
  ]);
  expect([diff.callsAdded, diff.callsRemoved]).toEqual([[], []]);
});

test('a call that can be answered with one thing or another is compared by both', async () => {
  const call = (low: string) =>
    `import { routeModel } from './router.ts';\nexport const pick = (urgent: boolean) => routeModel('classification', { override: urgent ? 'opus' : '${low}' });\n`;
  using repository = createRepository({ ...FLEET, 'src/pick.ts': call('sonnet') });
  repository.write('src/pick.ts', call('haiku'));
  const { calls } = await diffJson(repository, 'base');
  expect(calls).toMatchObject([{ from: 'sonnet | opus', to: 'haiku | opus', direction: 'down' }]);
});

test('calls that are new or gone are listed with their model', async () => {
  using repository = createRepository(FLEET);
  repository.write(
    'src/mail.ts',
    "import { routeModel } from './router.ts';\nexport const m = routeModel('blog-post');\n",
  );
  repository.remove('src/digest.ts');
  const diff = await diffJson(repository, 'base');
  expect(diff.callsAdded).toMatchObject([{ file: 'src/mail.ts', task: 'blog-post', model: 'opus' }]);
  expect(diff.callsRemoved).toMatchObject([{ task: 'classification' }, { task: 'content/teaser' }]);
  expect(diff.calls).toEqual([]);
});

test('of two routers each is compared with itself, and one can be named', async () => {
  const second = (FLEET['src/router.ts'] ?? '').replace("'blog-post': 'opus'", "'blog-post': 'haiku'");
  using repository = createRepository({ ...FLEET, 'src/other-router.ts': second });
  repository.write('src/other-router.ts', second.replace("'blog-post': 'haiku'", "'blog-post': 'sonnet'"));
  repository.write('src/router.ts', MOVED);
  const both = await diffJson(repository, 'base');
  expect(both.moved).toMatchObject([
    { router: 'src/other-router.ts#router', task: 'blog-post' },
    { router: 'src/router.ts#router', task: 'cold-outreach' },
  ]);
  const one = await diffJson(repository, 'base', '--router', 'src/router.ts');
  expect(one.moved).toMatchObject([{ task: 'cold-outreach' }]);
  const { exit, err } = await runIn(repository.root, 'diff', 'base', '--router', 'nope');
  expect([exit, err]).toEqual([
    2,
    'taskroute: no router is called nope on either side; name one of src/other-router.ts#router, src/router.ts#router\n',
  ]);
});

test('a router that moves to another file is the same router', async () => {
  using repository = createRepository(FLEET);
  repository.remove('src/router.ts');
  repository.write('src/models.ts', MOVED);
  for (const file of ['src/playbook.ts', 'src/digest.ts'])
    repository.write(file, (FLEET[file] ?? '').replace('./router.ts', './models.ts'));
  const diff = await diffJson(repository, 'base');
  expect(diff.routers).toMatchObject([{ router: 'src/models.ts#router', was: 'src/router.ts#router' }]);
  expect(diff.moved).toHaveLength(1);
  expect(diff.calls).toHaveLength(1);
});

test('the only router there is stays the same, whatever its name and file are now', async () => {
  using repository = createRepository(FLEET);
  repository.remove('src');
  repository.write('lib/models.ts', MOVED.replace('const { routeModel }', 'const models'));
  const diff = await diffJson(repository, 'base');
  expect(diff.routers).toMatchObject([{ router: 'lib/models.ts#models', was: 'src/router.ts#router' }]);
  expect(diff.moved).toHaveLength(1);
});

test('a router beside the first is new', async () => {
  using repository = createRepository(FLEET);
  repository.write('src/other-router.ts', FLEET['src/router.ts'] ?? '');
  const diff = await diffJson(repository, 'base');
  expect(diff.routers).toContainEqual({
    ...{ router: 'src/other-router.ts#router', was: null, change: 'added', routes: 5 },
  });
  expect(diff.added).toEqual([]);
});

test('three dots compare with where the two parted, as a pull request does', async () => {
  using repository = createRepository(FLEET);
  repository.git('checkout', '-q', '-b', 'feature');
  repository.write('src/router.ts', MOVED);
  repository.commit();
  repository.git('checkout', '-q', 'main');
  repository.write('src/router.ts', edited('src/router.ts', "'blog-post': 'opus'", "'blog-post': 'sonnet'"));
  repository.commit();
  expect((await diffJson(repository, 'main...feature')).moved).toMatchObject([{ task: 'cold-outreach' }]);
  expect((await diffJson(repository, 'main..feature')).moved).toHaveLength(2);
  expect((await diffJson(repository, 'main', 'feature')).moved).toHaveLength(2);
});

test('in a folder only what is below is shown, and imports lead out of it', async () => {
  using repository = createRepository({
    ...FLEET,
    'apps/mail/main.ts':
      "import { routeModel } from '../../src/router.ts';\nexport const m = routeModel('cold-outreach');\n",
  });
  repository.write('src/router.ts', MOVED);
  const { out } = await runIn(repository.path('apps/mail'), 'diff', 'base', '--json');
  expect(faultsOfJson('diff', out)).toEqual([]);
  expect(JSON.parse(out)).toMatchObject({
    moved: [{ router: '../../src/router.ts#router', task: 'cold-outreach' }],
    calls: [{ file: 'main.ts' }],
  });
});

test('the work tree counts as it is, staged or not and new files too, and stays as it is', async () => {
  using repository = createRepository({ ...FLEET, '.gitignore': 'ignored\n' });
  repository.write(
    'src/playbook.ts',
    `${FLEET['src/playbook.ts'] ?? ''}export const more = routeModel('blog-post');\n`,
  );
  repository.git('add', 'src/playbook.ts');
  repository.write('src/router.ts', MOVED);
  repository.write(
    'src/new.ts',
    "import { routeModel } from './router.ts';\nexport const n = routeModel('blog-post');\n",
  );
  repository.write('ignored/made.ts', "import { routeModel } from '../src/router.ts';\nrouteModel('blog-post');\n");
  repository.remove('src/digest.ts');
  const before = [repository.git('status', '--porcelain', '--ignored'), digestOf(repository.root)];
  const diff = await diffJson(repository, 'base');
  expect(diff.callsAdded).toMatchObject([{ file: 'src/new.ts' }, { file: 'src/playbook.ts', line: 6 }]);
  expect(diff.callsRemoved).toMatchObject([{ file: 'src/digest.ts' }, { file: 'src/digest.ts' }]);
  expect(diff.moved).toHaveLength(1);
  expect(digestOf(repository.root)).toBe(before[1]);
  expect(repository.git('status', '--porcelain', '--ignored')).toBe(before[0]);
});

test('a sparse checkout has deleted nothing', async () => {
  using repository = createRepository(FLEET);
  repository.git('update-index', '--skip-worktree', 'src/digest.ts');
  repository.remove('src/digest.ts');
  expect((await diffJson(repository, 'base')).callsRemoved).toEqual([]);
});

/** Every file of a folder, git's own included, with its content and its time. */
function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const stats = statSync(join(folder, name));
    hash.update(`${name} ${String(stats.mtimeMs)} `);
    if (stats.isFile()) hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex');
}

test.each([{}, { CI: 'true' }])('it runs as a program, without colours in a pipe, with %j', (environment) => {
  using repository = createRepository(FLEET);
  repository.write('src/router.ts', MOVED);
  const bin = new URL('../dist/bin.js', import.meta.url).pathname;
  const out = execFileSync(process.execPath, [bin, 'diff', 'base'], {
    cwd: repository.root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
  });
  expect(out).toContain('up  cold-outreach  haiku → sonnet');
  expect(out).not.toContain('\u001B');
});
