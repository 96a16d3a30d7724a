import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const FLEET = dirname(import.meta.dirname);
const ESLINT = join(dirname(createRequire(import.meta.url).resolve('eslint/package.json')), 'bin', 'eslint.js');

function run(...parameters: readonly string[]) {
  return spawnSync(process.execPath, parameters, {
    cwd: FLEET,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
}

test('no service of the fleet asks for a task that the table does not list, but the one that says why', () => {
  const { status, stdout } = run(ESLINT, 'src', '--report-unused-disable-directives', '--max-warnings', '0');
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('the demo ends with the finding of the misspelt task', () => {
  const { status, stdout } = run('lint/main.ts');
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /reply-sorter\.ts\n +7:\d+ +error +.*"clasification".*"classification".*taskroute\/no-unrouted-task/,
  );
});
