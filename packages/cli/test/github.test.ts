import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';
import { edited, FLEET } from './fleet.ts';
import { createRepository } from './repository.ts';
import { faultsBySarif } from './sarif.ts';

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, { readonly permissions: object; readonly steps: readonly Step[] }>>;
}

const ROOT = new URL('../../../', import.meta.url);
const BIN = new URL('../dist/bin.js', import.meta.url).pathname;

function read(path: string): unknown {
  return parse(readFileSync(new URL(path, ROOT), 'utf8'));
}

// The tests below say that they are such.
const ACTION = read('.github/actions/taskroute/action.yml') as Action;
const WORKFLOW = read('examples/github-workflow.yml') as Workflow;

/** A runner: programs that stand for its own, and the files that steps write. */
function createRunner(comments: string): Fixture {
  const runner = createFixture({
    // `npx --no -- taskroute …` is the command under test.
    'bin/npx': `#!/bin/sh\nshift 3\nexec "${process.execPath}" "${BIN}" "$@"\n`,
    'bin/gh': `#!/bin/sh\nfor each in "$@"; do printf '%s\\n' "$each"; done >> "$RUNNER_TEMP/gh"\ncase "$*" in *--jq*) printf '${comments}' ;; esac\n`,
  });
  for (const name of ['bin/npx', 'bin/gh']) chmodSync(runner.path(name), 0o755);
  return runner;
}

/** Runs a step as a composite action does. */
function runStep(steps: readonly Step[], id: string, folder: string, runner: Fixture, variables: NodeJS.ProcessEnv) {
  const script = steps.find((step) => step.id === id)?.run ?? '';
  expect(script).not.toContain('${{');
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${runner.path('bin')}:${process.env['PATH'] ?? ''}`,
      RUNNER_TEMP: runner.root,
      GITHUB_OUTPUT: runner.path('output'),
      GITHUB_STEP_SUMMARY: runner.path('summary'),
      GITHUB_REPOSITORY: 'acme/fleet',
      ...variables,
    },
  });
  return { status, stderr };
}

function pullRequest() {
  const repository = createRepository(FLEET);
  repository.write('src/router.ts', edited('src/router.ts', "'blog-post': 'opus'", "'blog-post': 'haiku'"));
  repository.commit('head');
  return repository;
}

test('the action compares as a pull request does, and hands its exit on', () => {
  using repository = pullRequest();
  using runner = createRunner('');
  const { steps } = ACTION.runs;
  const variables = { BASE: 'base', HEAD: 'head', FAIL_ON: 'downgrade' };
  expect(runStep(steps, 'diff', repository.root, runner, variables).status).toBe(0);
  expect(readFileSync(runner.path('output'), 'utf8')).toBe('exit=1\n');
  const comment = readFileSync(runner.path('taskroute-diff.md'), 'utf8');
  expect(comment).toMatch(/^<!-- taskroute diff -->\n\n### taskroute: 1 route moves down/);
  expect(readFileSync(runner.path('summary'), 'utf8')).toBe(comment);
  expect(runStep(steps, 'verdict', repository.root, runner, { EXIT: '1' }).status).toBe(1);
});

test('without fail-on the action fails on nothing', () => {
  using repository = pullRequest();
  using runner = createRunner('');
  const variables = { BASE: 'base', HEAD: 'head', FAIL_ON: ACTION.inputs['fail-on']?.default };
  expect(runStep(ACTION.runs.steps, 'diff', repository.root, runner, variables).status).toBe(0);
  expect(readFileSync(runner.path('output'), 'utf8')).toBe('exit=0\n');
});

test('an action that cannot run says why, and comments nothing', () => {
  using repository = pullRequest();
  using runner = createRunner('');
  const variables = { BASE: '--nope', HEAD: 'head', FAIL_ON: '' };
  const { status, stderr } = runStep(ACTION.runs.steps, 'diff', repository.root, runner, variables);
  expect([status, stderr]).toEqual([2, expect.stringContaining('git knows no revision "--nope"')]);
  expect(existsSync(runner.path('summary'))).toBe(false);
});

test.each([
  ['', ['POST', 'repos/acme/fleet/issues/7/comments']],
  ['41\\n42\\n', ['PATCH', 'repos/acme/fleet/issues/comments/41']],
])('with the comments %j there is one comment afterwards', (known, [method = '', path = '']) => {
  using runner = createRunner(known);
  const { status } = runStep(ACTION.runs.steps, 'comment', runner.root, runner, { NUMBER: '7' });
  expect(status).toBe(0);
  const asked = readFileSync(runner.path('gh'), 'utf8').split('\n');
  const written = asked.slice(asked.indexOf('--silent'));
  expect(written).toEqual([
    '--silent',
    '--method',
    method,
    path,
    '-F',
    `body=@${runner.path('taskroute-diff.md')}`,
    '',
  ]);
});

test('the example writes what is wrong as SARIF, shows it, and fails afterwards', () => {
  using repository = createRepository(FLEET);
  repository.write(
    'src/late.ts',
    "import { routeModel } from './router.js';\nexport const model = routeModel('blog-psot');\n",
  );
  using runner = createRunner('');
  const steps = WORKFLOW.jobs['lint']?.steps ?? [];
  expect(runStep(steps, 'audit', repository.root, runner, {}).status).toBe(0);
  expect(readFileSync(runner.path('output'), 'utf8')).toBe('exit=1\n');
  const log = readFileSync(repository.path('taskroute.sarif'), 'utf8');
  expect(faultsBySarif(log)).toEqual([]);
  expect(log).toContain('blog-psot');
  expect(runStep(steps, 'verdict', repository.root, runner, { EXIT: '1' }).status).toBe(1);
});

test('the example asks for no more than it needs, and fetches what is compared', () => {
  expect(WORKFLOW.permissions).toEqual({});
  expect(WORKFLOW.jobs['lint']?.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
  expect(WORKFLOW.jobs['diff']?.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
  const steps = WORKFLOW.jobs['diff']?.steps ?? [];
  expect(steps[0]?.with).toMatchObject({ 'fetch-depth': 0, 'persist-credentials': false });
  const [own] = steps.filter(({ uses }) => uses?.startsWith('./') === true);
  expect(existsSync(new URL(`${own?.uses ?? ''}/action.yml`, ROOT))).toBe(true);
  expect(Object.keys(ACTION.inputs)).toEqual(expect.arrayContaining(Object.keys(own?.with ?? {})));
});

test('no script of either holds what comes from outside', () => {
  const steps = [...ACTION.runs.steps, ...Object.values(WORKFLOW.jobs).flatMap((job) => job.steps)];
  expect(steps.filter(({ run }) => run !== undefined)).toHaveLength(7);
  for (const { run } of steps) expect(run ?? '').not.toContain('${{');
});
