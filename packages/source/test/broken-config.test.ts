import { describe, expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { ROUTER } from './corpus/case.ts';
import { createFixture } from './fixture.ts';

const APP = `import { pick } from './lib.js';\npick('typo');`;
const LIB = `export { routeModel as pick } from './router.js';`;
const FILES = { 'app.ts': APP, 'lib.ts': LIB, 'router.ts': ROUTER };

const BROKEN: readonly (readonly [string, string, string])[] = [
  ['extends a file that is not there', 'tsconfig.json', '{ "extends": "./.nuxt/tsconfig.json" }'],
  ['extends a package that is not there', 'tsconfig.json', '{ "extends": "@tsconfig/node22/tsconfig.json" }'],
  ['extends itself', 'tsconfig.json', '{ "extends": "./tsconfig.json" }'],
  ['names a folder that is not there', 'tsconfig.json', '{ "references": [{ "path": "./gone" }] }'],
  ['is broken', 'tsconfig.json', '{ "compilerOptions": {'],
  ['is broken', 'package.json', '{ "name": '],
  ['is empty', 'package.json', ''],
];

describe('relative imports lead where they lead, whatever else cannot be read', () => {
  test.each(BROKEN)('%s (%s)', (_name, config, text) => {
    using fixture = createFixture({ ...FILES, [config]: text });
    const { calls, findings } = createProject({ root: fixture.root }).callsIn(fixture.path('app.ts'));
    expect(calls).toHaveLength(1);
    // Nothing of the file is lost by it.
    expect(findings).toEqual([]);
  });

  test('also a folder, and a file named as JavaScript', () => {
    using fixture = createFixture({
      'package.json': '{',
      'app.ts': `import { pick } from './lib';\nimport { routeModel } from './lib/other.jsx';\npick('a'); routeModel('b');`,
      'lib/index.ts': `export { routeModel as pick } from '../router.js';`,
      'lib/other.tsx': `export * from '..//router';`,
      'router.ts': ROUTER,
    });
    expect(createProject({ root: fixture.root }).callsIn(fixture.path('app.ts')).calls).toHaveLength(2);
  });
});

describe('an import that means nothing while a configuration cannot be read is said, once a file', () => {
  const text = `import { pick } from '@/lib';\nimport { other } from '@/other';\npick('typo');`;

  test.each(BROKEN.filter(([, , config]) => config !== ''))('%s (%s)', (_name, config, content) => {
    using fixture = createFixture({ ...FILES, 'app.ts': text, [config]: content });
    const { findings } = createProject({ root: fixture.root }).callsIn(fixture.path('app.ts'));
    expect(findings).toEqual([
      expect.objectContaining({
        line: 1,
        column: 22,
        reason: expect.stringMatching(
          new RegExp(`^imports "@/lib", which cannot be resolved while ${config}`),
        ) as string,
      }),
    ]);
  });

  test('with the place in the configuration', () => {
    using fixture = createFixture({ ...FILES, 'app.ts': text, 'tsconfig.json': '{\n  "compilerOptions": {' });
    const [finding] = createProject({ root: fixture.root }).callsIn(fixture.path('app.ts')).findings;
    expect(finding?.reason).toContain('while tsconfig.json:2:22 cannot be read: EOF');
  });

  test('and it heals with the configuration', () => {
    using fixture = createFixture({ ...FILES, 'app.ts': text, 'tsconfig.json': '{' });
    const project = createProject({ root: fixture.root });
    expect(project.callsIn(fixture.path('app.ts')).findings).toHaveLength(1);
    fixture.write('tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }');
    expect(project.callsIn(fixture.path('app.ts'))).toMatchObject({ calls: [{}], findings: [] });
  });

  test('but not where every configuration can be read', () => {
    using fixture = createFixture({ ...FILES, 'app.ts': text, 'tsconfig.json': '{}', 'package.json': '{}' });
    expect(createProject({ root: fixture.root }).callsIn(fixture.path('app.ts')).findings).toEqual([]);
  });
});

test('the paths of a jsconfig.json are followed, and its changes', () => {
  const config = (folder: string) => `{ "compilerOptions": { "paths": { "@/*": ["./${folder}/*"] } } }`;
  using fixture = createFixture({
    'app.js': `import { routeModel } from '@/router';\nrouteModel('typo');`,
    'src/router.ts': ROUTER,
    'jsconfig.json': config('src'),
  });
  const project = createProject({ root: fixture.root });
  expect(project.callsIn(fixture.path('app.js')).calls).toHaveLength(1);
  fixture.write('jsconfig.json', config('gone'));
  expect(project.callsIn(fixture.path('app.js')).calls).toHaveLength(0);
});
