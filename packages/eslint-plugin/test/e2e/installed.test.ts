import { cpSync, existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oxlint } from './oxlint.ts';
import {
  createRepository,
  FLEET,
  HOSTS,
  installed,
  lint,
  MISSPELT,
  PACKAGE,
  run,
  type Repository,
} from './repository.ts';

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package's folder, from the folder of one that depends on it; null for another platform's. */
function folderOf(name: string, from: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(folder)) return realpathSync(folder);
    if (at === dirname(at)) return null;
  }
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** A package with all that it needs, as npm lays them out: copies in one folder, so that nothing else is found from there. */
function closureOf(name: string, folder: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (found.has(name)) return found;
  found.set(name, folder);
  const { dependencies, optionalDependencies } = manifestOf(folder);
  for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const at = folderOf(next, folder);
    if (at !== null) closureOf(next, at, found);
  }
  return found;
}

const CLOSURE = closureOf('@taskroute/eslint-plugin', PACKAGE);

function install(repository: Repository, name: string, folder: string): void {
  cpSync(folder, repository.path(`node_modules/${name}`), {
    recursive: true,
    dereference: true,
    filter: (path) => !relative(folder, path).split(/[\\/]/).includes('node_modules'),
  });
}

function createInstalled(files: Readonly<Record<string, string>> = {}): Repository {
  const repository = createRepository({ ...FLEET, ...files }, []);
  for (const [name, folder] of CLOSURE) install(repository, name, folder);
  return repository;
}

/** What the plugin finds for a name. */
function resolvedFrom(repository: Repository, name: string): string {
  return createRequire(repository.path('node_modules/@taskroute/eslint-plugin/dist/index.js')).resolve(name);
}

const OXLINT = JSON.stringify({
  jsPlugins: [{ name: 'taskroute', specifier: '@taskroute/eslint-plugin' }],
  rules: { 'taskroute/no-unrouted-task': 'error' },
});
const AGENT = "import { routeModel } from './router.js';\n\nrouteModel('explorration' as const);\n";
const AGENT_FINDING = 'src/agent.ts:3 taskroute/no-unrouted-task explorration';

describe('copied out of the workspace, without TypeScript', () => {
  test.each(HOSTS)('it runs in %s', async (host) => {
    const repository = createInstalled();
    expect(() => resolvedFrom(repository, 'typescript')).toThrow(/Cannot find module/);
    expect((await lint(host, repository, ['src'])).findings).toEqual([MISSPELT]);
  });

  test('it runs in oxlint, also over TypeScript', async () => {
    const repository = createInstalled({ '.oxlintrc.json': OXLINT, 'src/agent.ts': AGENT });
    expect((await oxlint(repository)).findings).toEqual([AGENT_FINDING, MISSPELT]);
  });
});

describe('copied out of the workspace, beside TypeScript 7', () => {
  const native = realpathSync(join(PACKAGE, '../../node_modules/typescript-native'));

  test.each(HOSTS)('it runs in %s', async (host) => {
    const repository = createInstalled();
    install(repository, 'typescript', native);
    expect(manifestOf(dirname(dirname(resolvedFrom(repository, 'typescript')))).version).toMatch(/^7\./);
    expect((await lint(host, repository, ['src'])).findings).toEqual([MISSPELT]);
  });

  test('it runs in oxlint, over TypeScript', async () => {
    const repository = createInstalled({ '.oxlintrc.json': OXLINT, 'src/agent.ts': AGENT });
    install(repository, 'typescript', native);
    expect((await oxlint(repository)).findings).toEqual([AGENT_FINDING, MISSPELT]);
  });

  test('its own declarations are all that a compiler reads, and pass with the libraries checked', async () => {
    const repository = createInstalled({
      'check.ts': `import taskroute, { type ConfigOptions } from '@taskroute/eslint-plugin';

const options: ConfigOptions = {
  routers: ['src/router.js', { href: 'file:///router.js' }],
  wrappers: [{ module: 'src/call.js', function: 'call', task: 'options.task' }],
  models: { opus: 'claude-opus-4-5' },
};
export default [taskroute.configs.recommended, taskroute.config(options)];
// @ts-expect-error -- a list of modules, not one
taskroute.config({ routers: 'src/router.js' });
`,
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          strict: true,
          module: 'nodenext',
          target: 'es2023',
          lib: ['es2023'],
          types: [],
          skipLibCheck: false,
          exactOptionalPropertyTypes: true,
          noEmit: true,
        },
        files: ['check.ts'],
      }),
    });
    const { code, stdout } = await run(join(native, 'bin/tsc'), ['-p', '.', '--listFilesOnly'], repository.root);
    const { stdout: errors } = await run(join(native, 'bin/tsc'), ['-p', '.'], repository.root);
    expect(errors).toBe('');
    expect(code).toBe(0);
    const others = stdout
      .split('\n')
      .filter((file) => file.includes('node_modules') && !file.includes('eslint-plugin'));
    expect(
      others.filter((file) => !file.startsWith(native) && !/typescript[^/]*[\\/]lib[\\/]lib\./.test(file)),
    ).toEqual([]);
  });

  test('nothing that it installs asks for another TypeScript', () => {
    const asking = [...CLOSURE].filter(
      ([, folder]) => manifestOf(folder).peerDependencies?.['typescript'] !== undefined,
    );
    expect(asking.map(([name]) => name)).toEqual([]);
  });
});

test('it asks of the project for ESLint alone', () => {
  expect(Object.keys(manifestOf(PACKAGE).peerDependencies ?? {})).toEqual(['eslint']);
  expect(installed('@taskroute/eslint-plugin')).toBe(PACKAGE);
});
