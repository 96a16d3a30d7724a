import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE } from './workshop.ts';

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies?: unknown;
}

// It is the package's own.
const manifest = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as Manifest;
const HOSTS = ['esbuild', 'rolldown', 'rollup', 'rspack', 'vite', 'webpack'];

test('there is an entry for each host, and one for Node', () => {
  expect(Object.keys(manifest.exports).toSorted()).toEqual(
    [...HOSTS.map((host) => `./${host}`), './package.json', './register'].toSorted(),
  );
});

test.each(HOSTS)('%s is loaded without any host, and without a parser', (host) => {
  const script = `import module from 'node:module';
    const loaded = [];
    module.registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    const { default: taskroute } = await import('@taskroute/unplugin/${host}');
    console.log(JSON.stringify([typeof taskroute, loaded.filter((url) => /oxc|scope-manager|node_modules\\/(${HOSTS.join('|')})\\//.test(url))]));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: PACKAGE,
    encoding: 'utf8',
  });
  expect(JSON.parse(printed)).toEqual(['function', []]);
});

test('it brings no host, and asks for none', () => {
  expect(Object.keys(manifest.dependencies).toSorted()).toEqual(['@taskroute/source', 'magic-string', 'unplugin']);
  expect(manifest.peerDependencies).toBeUndefined();
});
