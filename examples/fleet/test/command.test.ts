import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

const FLEET = dirname(import.meta.dirname);

test('the demo ends with an audit of the fleet, and with the diff of the line that was moved', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['command/main.ts'], {
    cwd: FLEET,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [, audit = '', explain = '', move = '', diff = ''] = stdout.split(/^ {2}\$ taskroute /m);
  expect(audit).toMatch(/^audit src\n/);
  expect(audit).toContain('invoice-reminder');
  expect(explain).toMatch(/cold-outreach → haiku, tier 1 of 3/);
  expect(move).toMatch(/^-.*'cold-outreach': 'haiku',$/m);
  expect(move).toMatch(/^\+.*'cold-outreach': 'sonnet',$/m);
  expect(move).toContain('converted poorly');
  expect(diff).toMatch(/cold-outreach.*haiku.*sonnet/);
  expect(diff).toMatch(/playbook\.ts/);
});
