import { execFile } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';

const PACKAGES = fileURLToPath(new URL('../..', import.meta.url));

/** The command as it is installed. */
export const BIN: string = join(PACKAGES, 'cli/dist/bin.js');

/** A folder of files in which packages are found as in a user's project: our own by their short name, others as the workspace has them. */
export function projectOf(files: Readonly<Record<string, string>>, installed: readonly string[] = ['router']): Fixture {
  const fixture = createFixture({ 'package.json': '{ "type": "module" }\n', ...files });
  for (const name of installed) {
    const [from, to] = ['router', 'source', 'eslint-plugin', 'unplugin'].includes(name)
      ? [join(PACKAGES, name), `@taskroute/${name}`]
      : [dirname(createRequire(join(PACKAGES, 'eslint-plugin/package.json')).resolve(`${name}/package.json`)), name];
    const at = fixture.path(`node_modules/${to}`);
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(from, at, 'junction');
  }
  return fixture;
}

/** A compiler that users have. */
export interface Compiler {
  readonly name: string;
  readonly program: string;
}

function compilerOf(name: string, alias: string, program: string): Compiler {
  const { resolve } = createRequire(join(PACKAGES, 'router/package.json'));
  return { name, program: join(dirname(resolve(`${alias}/package.json`)), program) };
}

export const COMPILERS: readonly Compiler[] = [
  compilerOf('TypeScript 5.9', 'typescript-5', 'bin/tsc'),
  compilerOf('TypeScript 6.0', 'typescript', 'bin/tsc6'),
  compilerOf('TypeScript 7.0', 'typescript-native', 'bin/tsc'),
];

/** How a process ended. */
export interface Ended {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program of JavaScript to its end, whatever that is. */
export function runNode(folder: string, ...argv: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' };
    execFile(process.execPath, argv, { cwd: folder, env, maxBuffer: 2 ** 24 }, (error, out, err) => {
      resolve({ exit: error === null ? 0 : Number(error.code), out, err });
    });
  });
}
