import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The package under test. */
export const PACKAGE = resolve(import.meta.dirname, '../..');

/** ESLint by the folder it is installed in. */
export const HOSTS = ['eslint', 'eslint-v9'] as const;
export type Host = (typeof HOSTS)[number];

/** A repository outside the workspace: nothing of the workspace is found from there but what is linked. */
export interface Repository {
  readonly root: string;
  readonly path: (file: string) => string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly read: (file: string) => string;
  readonly remove: (path: string) => void;
  readonly link: (from: string, to: string) => void;
}

export function createRepository(
  files: Readonly<Record<string, string>>,
  linked: readonly string[] = PLUGIN,
): Repository {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'taskroute-lint-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const path = (file: string): string => join(root, file);
  const write: Repository['write'] = (more) => {
    for (const [file, text] of Object.entries(more)) {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), text);
    }
  };
  const link: Repository['link'] = (from, to) => {
    mkdirSync(dirname(path(from)), { recursive: true });
    symlinkSync(to, path(from), 'dir');
  };
  write(files);
  for (const name of linked) link(`node_modules/${name}`, installed(name));
  return {
    root,
    path,
    write,
    read: (file) => readFileSync(path(file), 'utf8'),
    remove: (file) => {
      rmSync(path(file), { recursive: true });
    },
    link,
  };
}

/** What every configuration here imports. */
const PLUGIN: readonly string[] = ['@taskroute/eslint-plugin'];

/** The folder of a package that this one has installed, or its own. */
export function installed(name: string): string {
  return name === '@taskroute/eslint-plugin' ? PACKAGE : realpathSync(join(PACKAGE, 'node_modules', name));
}

/** How a process ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(script: string, values: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((done) => {
    execFile(process.execPath, [script, ...values], { cwd, maxBuffer: 64_000_000 }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

export interface Linted extends Ended {
  /** `file:line rule task`, where the task is the first name that the message quotes. */
  readonly findings: readonly string[];
}

/** One real process of ESLint. */
export async function lint(
  host: Host,
  { root }: Repository,
  values: readonly string[] = ['.'],
  cwd: string = root,
): Promise<Linted> {
  const ended = await run(join(installed(host), 'bin/eslint.js'), ['--format', 'json', ...values], cwd);
  return { ...ended, findings: findingsOf(ended, root) };
}

interface FileResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line?: number; readonly message: string }[];
}

function findingsOf({ stdout, stderr }: Ended, root: string): readonly string[] {
  if (!stdout.startsWith('[')) throw new Error(`ESLint gave no results: ${stdout}${stderr}`);
  const results = JSON.parse(stdout) as readonly FileResult[];
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, message }) => {
      const task = /"([^"]*)"/.exec(message)?.[1] ?? message;
      return `${relative(root, filePath)}:${String(line ?? 0)} ${ruleId ?? 'fatal'} ${task}`;
    }),
  );
}

export function routerText(routes: Readonly<Record<string, string>>): string {
  return `import { defineRouter } from '@taskroute/router';

export const ROUTES = ${JSON.stringify(routes, null, 2)};

export const { routeModel, getTier, decide, tasks } = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: ROUTES,
});
`;
}

/** A repository with a router and one service, whose task is misspelt. */
export const FLEET: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "fleet", "type": "module" }\n',
  'src/router.js': routerText({ classification: 'haiku', 'email-draft': 'haiku', 'blog-post': 'opus' }),
  'src/mailer.js': "import { routeModel } from './router.js';\n\nexport const model = routeModel('email-drafft');\n",
  'eslint.config.js': `import taskroute from '@taskroute/eslint-plugin';

export default [taskroute.config({ routers: ['src/router.js'] })];
`,
};

export const MISSPELT = 'src/mailer.js:3 taskroute/no-unrouted-task email-drafft';
