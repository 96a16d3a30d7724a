import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

const require = createRequire(import.meta.url);

/** A compiler that users of the package have. */
export interface Compiler {
  readonly name: string;
  readonly program: string;
}

const programOf = (name: string, path: string): string => join(dirname(require.resolve(`${name}/package.json`)), path);

const TYPESCRIPT_5: Compiler = { name: 'TypeScript 5.9', program: programOf('typescript-5', 'bin/tsc') };
const TYPESCRIPT_6: Compiler = { name: 'TypeScript 6.0', program: programOf('typescript', 'bin/tsc6') };
export const TYPESCRIPT_7: Compiler = { name: 'TypeScript 7.0', program: programOf('typescript-native', 'bin/tsc') };
export const COMPILERS: readonly Compiler[] = [TYPESCRIPT_5, TYPESCRIPT_6, TYPESCRIPT_7];

/** One error of a compiler. `line` counts from 1; file and line are empty where an error has no place. */
export interface Complaint {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

export type CompilerOptions = Readonly<Record<string, unknown>>;

const OPTIONS: CompilerOptions = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'nodenext',
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  // The package's own declarations are checked; the compiler's are its own affair.
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  types: [],
};

/** What a compiler says of files, as a program of their own. */
export async function complaintsOf(
  compiler: Compiler,
  files: readonly string[],
  options: CompilerOptions = {},
): Promise<readonly Complaint[]> {
  const folder = await mkdtemp(join(tmpdir(), 'taskroute-compiler-'));
  try {
    const config = join(folder, 'tsconfig.json');
    await writeFile(config, JSON.stringify({ compilerOptions: { ...OPTIONS, ...options }, files }));
    const output = await run([compiler.program, '--project', config, '--pretty', 'false'], folder);
    return read(output).map((complaint) => ({ ...complaint, file: resolve(folder, complaint.file) }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A folder of files in which packages are found as in a user's project. Call `remove` when it is no longer needed. */
export async function project(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'taskroute-project-'));
  await mkdir(join(folder, 'node_modules/@taskroute'), { recursive: true });
  await symlink(PACKAGE, join(folder, 'node_modules/@taskroute/router'), 'junction');
  await symlink(join(PACKAGE, 'node_modules/expect-type'), join(folder, 'node_modules/expect-type'), 'junction');
  await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

function run(parameters: readonly string[], folder: string): Promise<string> {
  return new Promise((done, failed) => {
    execFile(process.execPath, parameters, { cwd: folder, maxBuffer: 2 ** 26 }, (error, output, trouble) => {
      // A compiler that has something to say ends with 1 or 2; one that could not run says nothing of files.
      if (error !== null && output === '') failed(new Error(`${parameters.join(' ')}: ${trouble}`, { cause: error }));
      else done(output);
    });
  });
}

const HEAD = /^(?:(?<file>.+?)\((?<line>\d+),\d+\): )?error (?<code>TS\d+): (?<message>.*)$/u;

/** Each error starts a line; what follows it indented belongs to it. */
function read(output: string): readonly Complaint[] {
  const complaints: Complaint[] = [];
  for (const text of output.split(/\r?\n/u)) {
    const found = HEAD.exec(text)?.groups;
    const last = complaints.at(-1);
    if (found !== undefined) {
      const { file = '', line = '0', code = '', message = '' } = found;
      complaints.push({ file, line: Number(line), code, message });
    } else if (last !== undefined && text !== '') {
      complaints[complaints.length - 1] = { ...last, message: `${last.message}\n${text}` };
    } else if (text !== '') {
      throw new Error(`not understood: ${text}`);
    }
  }
  return complaints;
}
