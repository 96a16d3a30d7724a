import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import { createTreeWriter } from '../src/git/tree-writer.ts';
import { edited, FLEET } from './fleet.ts';
import { createRepository, type TestRepository } from './repository.ts';
import { runIn } from './run.ts';

const MOVED = edited('src/router.ts', "'cold-outreach': 'haiku'", "'cold-outreach': 'sonnet'");

async function diffText(repository: TestRepository, ...argv: readonly string[]): Promise<string> {
  const { exit, out, err } = await runIn(repository.root, 'diff', ...argv);
  expect([exit, err]).toEqual([0, '']);
  // Where it was read is nobody's business.
  expect(out).not.toMatch(/taskroute-diff-|\btmp\b/);
  return out;
}

test('attributes neither hide a file, nor change it, nor run a program', async () => {
  using repository = createRepository({
    ...FLEET,
    '.gitattributes': 'src/router.ts export-ignore\n*.ts export-subst filter=evil\n',
    'src/playbook.ts': `${FLEET['src/playbook.ts'] ?? ''}export const own = routeModel('$Format:%s$');\n`,
  });
  repository.git('config', 'filter.evil.smudge', 'touch smudged; cat');
  repository.git('config', 'core.fsmonitor', 'touch monitored; false');
  repository.git('config', 'core.hooksPath', 'hooks');
  repository.write('src/router.ts', MOVED);
  repository.write('hooks/post-checkout', '#!/bin/sh\ntouch hooked\n');
  repository.write('src/playbook.ts', FLEET['src/playbook.ts'] ?? '');
  const out = await diffText(repository, 'base');
  expect(out).toContain('up  cold-outreach  haiku → sonnet');
  expect(out).toContain('$Format:%s$  sonnet');
  expect(readdirSync(repository.root).sort()).toEqual(['.git', '.gitattributes', 'hooks', 'package.json', 'src']);
});

test('a package of the repository that is read from its source is followed without an installation', async () => {
  using repository = createRepository(monorepo('./src/index.ts'));
  repository.write('packages/models/src/index.ts', asPick(MOVED));
  const out = await diffText(repository, 'base');
  expect(out).toContain('up  apps/mail/main.ts:2:18  cold-outreach  haiku → sonnet');
  expect(out).not.toContain('annot');
});

test('a package that only a build gives is said to be one, and its calls are neither new nor gone', async () => {
  using repository = createRepository(monorepo('./dist/index.js'));
  repository.write('packages/models/src/index.ts', asPick(MOVED));
  // The work tree is built and installed, the base is not.
  repository.write('packages/models/dist/index.js', asPick(MOVED).replace(' as const', ''));
  mkdirSync(repository.path('apps/mail/node_modules/@acme'), { recursive: true });
  symlinkSync(repository.path('packages/models'), repository.path('apps/mail/node_modules/@acme/models'));
  const out = await diffText(repository, 'base');
  expect(out).toContain('packages/models/src/index.ts#router\n  up  cold-outreach  haiku → sonnet');
  expect(out).toContain(`Cannot verify on both sides
  apps/mail/package.json:3:23
    Cannot verify the calls that reach a router through @acme/models: it is read from packages/models/dist/index.js, which only a build gives.`);
  expect(out).not.toContain('Calls that are');
});

test('calls that come into sight with a package are not called new', async () => {
  using repository = createRepository(monorepo('./dist/index.js'));
  repository.write('packages/models/package.json', manifest('./src/index.ts'));
  const out = await diffText(repository, 'base');
  expect(out).toContain('Cannot verify at base\n');
  expect(out).not.toContain('Calls that are new');
  // The other way round they are not called gone.
  repository.commit('head');
  expect(await diffText(repository, 'head', 'base')).not.toContain('Calls that are gone');
});

function monorepo(entry: string): Readonly<Record<string, string>> {
  return {
    'package.json': '{ "private": true }\n',
    '.gitignore': 'node_modules\ndist\n',
    'apps/mail/package.json': '{\n  "name": "mail",\n  "dependencies": {   "@acme/models": "workspace:^" }\n}\n',
    'apps/mail/main.ts': "import { pick } from '@acme/models';\nexport const m = pick('cold-outreach');\n",
    'packages/models/package.json': manifest(entry),
    'packages/models/src/index.ts': asPick(FLEET['src/router.ts'] ?? ''),
  };
}

/** Under a name that does not look like a router's. */
function asPick(router: string): string {
  return router.replace('{ routeModel }', '{ routeModel: pick }');
}

function manifest(entry: string): string {
  return `{ "name": "@acme/models", "exports": "${entry}", "dependencies": { "@taskroute/router": "*" } }\n`;
}

test('a package of a registry that leads to a router is said to be one', async () => {
  using repository = createRepository({
    ...FLEET,
    '.gitignore': 'node_modules\n',
    'package.json': '{ "dependencies": { "@acme/routes": "1", "lodash": "4", "@taskroute/observe": "1" } }\n',
  });
  for (const name of ['@acme/routes', '@taskroute/observe'])
    repository.write(`node_modules/${name}/package.json`, '{ "dependencies": { "@taskroute/router": "*" } }');
  const out = await diffText(repository, 'base');
  expect(out).toContain('through @acme/routes: it comes from a registry, and git does not hold it.');
  expect(out.match(/Cannot verify the calls/g)).toHaveLength(1);
});

test('a tsconfig that extends an installed one keeps its own paths', async () => {
  const config =
    '{ "extends": "@tsconfig/node24", "compilerOptions": { "paths": { "#models": ["./src/router.ts"] } } }\n';
  using repository = createRepository({
    ...FLEET,
    'tsconfig.json': config,
    'src/playbook.ts': (FLEET['src/playbook.ts'] ?? '').replace('./router.ts', '#models'),
    'src/view.ts': "import { h } from 'vue';\nexport const view = h('p');\n",
  });
  repository.write('src/router.ts', MOVED);
  const out = await diffText(repository, 'base');
  expect(out).toContain('src/playbook.ts:4:25  cold-outreach');
  expect(out).not.toContain('annot');
});

test('a file that LFS keeps has no text in git', async () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 100\n';
  using repository = createRepository({ ...FLEET, 'src/digest.ts': pointer });
  repository.write('src/digest.ts', FLEET['src/digest.ts'] ?? '');
  const out = await diffText(repository, 'base');
  expect(out).toContain(
    'Cannot verify at base\n  src/digest.ts:1:1\n    Cannot verify the tasks in this file: it is kept by LFS, and git has a pointer to it alone.',
  );
  expect(out).not.toContain('Calls that are new');
});

test('a submodule that moves cannot be looked into, and one that stands still is no matter', async () => {
  using repository = createRepository(FLEET);
  const first = repository.git('rev-parse', 'HEAD').trim();
  const point = (commit: string) =>
    repository.git('update-index', '--add', '--cacheinfo', `160000,${commit},vendor/models`);
  mkdirSync(repository.path('vendor/models'), { recursive: true });
  point(first);
  repository.git('commit', '-q', '-m', 'one');
  expect(await diffText(repository, 'HEAD')).not.toContain('submodule');
  point('1'.repeat(40));
  const out = await diffText(repository, 'HEAD');
  expect(out).toContain(`the submodule vendor/models does to routes: it went from ${first.slice(0, 7)} to 1111111`);
  expect(await diffText(repository, 'base', 'HEAD')).toContain('vendor/models does to routes: it is new');
});

test('an import that leads into a submodule cannot be verified', async () => {
  using repository = createRepository(FLEET);
  repository.write(
    'src/mail.ts',
    "import { routeModel } from '../vendor/models/router.ts';\nrouteModel('blog-post');\n",
  );
  const out = await diffText(repository, 'base');
  expect(out).toContain('imports "../vendor/models/router.ts", which looks like a router and cannot be resolved');
});

test('what could not be verified before is counted, and listed no more', async () => {
  const dynamic = "import { routeModel } from './router.ts';\nexport const any = (t: string) => routeModel(t);\n";
  using repository = createRepository({ ...FLEET, 'src/dynamic.ts': dynamic });
  repository.write('src/router.ts', MOVED);
  const out = await diffText(repository, 'base');
  expect(out).toContain('1 more place cannot be verified on either side: taskroute audit lists them.');
  expect(out).not.toContain('src/dynamic.ts');
});

test('a link is followed inside the repository, and never out of it', async () => {
  using outside = createFixture({ 'secret.ts': MOVED });
  using repository = createRepository({ ...FLEET, 'nested/deep/x.ts': '' });
  symlinkSync('src/playbook.ts', repository.path('linked.ts'));
  symlinkSync(outside.path('secret.ts'), repository.path('absolute.ts'));
  symlinkSync('.', repository.path('here'));
  symlinkSync(`here/../../${'../'.repeat(8)}${outside.path('secret.ts').slice(1)}`, repository.path('winding.ts'));
  repository.commit('head');
  const out = await diffText(repository, 'base', 'head');
  for (const name of ['absolute.ts', 'winding.ts']) expect(out).toContain(`${name}:1:1`);
  expect(out).toContain('it is a link that leads out of the repository');
  expect(out).not.toContain('secret');
});

test('a tree is written into its folder and nowhere else', () => {
  using folder = createFixture({});
  const root = folder.path('in');
  mkdirSync(root);
  const writer = createTreeWriter(root);
  const names = [
    '../out.ts',
    '/out.ts',
    'a/../../out.ts',
    '.git/config',
    'a/.GIT/hooks/x',
    'a//b.ts',
    './c.ts',
    'good.ts',
  ];
  for (const name of names) writer.file(name, Buffer.from('x'));
  // A tree that git would refuse: a link, and a file behind it.
  writer.link('door', dirname(folder.path('x')));
  writer.file('door/out.ts', Buffer.from('x'));
  writer.link('above', '..');
  writer.file('good.ts', Buffer.from('y'));
  const { files, refused } = writer.end();
  expect([...files].sort()).toEqual(['door/out.ts', 'good.ts']);
  expect(refused.map(({ path }) => path)).toEqual([...names.slice(0, -1), 'good.ts', 'door', 'above']);
  expect(readdirSync(folder.root)).toEqual(['in']);
  expect(readdirSync(root).sort()).toEqual(['door', 'good.ts']);
});

test('a link that leads in a circle is passed over', async () => {
  using repository = createRepository(FLEET);
  repository.remove('src/digest.ts');
  symlinkSync('digest.ts', repository.path('src/digest.ts'));
  expect(await diffText(repository, 'base')).toContain('Calls that are gone');
});
