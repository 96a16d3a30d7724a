import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The end of the demo: the command, as a user runs it. First an audit of the fleet; then what happened to `cold-outreach`, in a
 * repository of its own: it began on haiku, converted poorly and was moved; the diff is what a reviewer sees.
 */
const fleet = dirname(import.meta.dirname);
const command = join(dirname(createRequire(import.meta.url).resolve('taskroute/package.json')), 'dist', 'bin.js');

function taskroute(folder: string, expected: number, parameters: readonly string[], isShown = true): void {
  if (isShown)
    console.log(`\n  $ taskroute ${parameters.map((each) => (each.includes(' ') ? `"${each}"` : each)).join(' ')}\n`);
  const { status, error } = spawnSync(process.execPath, [command, ...parameters], {
    cwd: folder,
    stdio: isShown ? 'inherit' : ['ignore', 'ignore', 'inherit'],
  });
  if (error !== undefined) throw error;
  if (status !== expected)
    throw new Error(`taskroute ${parameters.join(' ')} should end with ${String(expected)}; got ${String(status)}`);
}

/** A commit that needs no configuration of the machine's. */
function commit(folder: string, message: string): void {
  const identity = ['-c', 'user.name=Fleet', '-c', 'user.email=fleet@example.invalid', '-c', 'commit.gpgsign=false'];
  for (const parameters of [
    ['init', '-q'],
    ['add', '.'],
    [...identity, 'commit', '-q', '-m', message],
  ]) {
    const { status, error } = spawnSync('git', parameters, { cwd: folder, stdio: 'inherit' });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`git ${parameters.join(' ')} ended with ${String(status)}`);
  }
}

taskroute(fleet, 1, ['audit', 'src']);

const repository = realpathSync(mkdtempSync(join(tmpdir(), 'taskroute-fleet-')));
try {
  cpSync(join(fleet, 'src'), join(repository, 'src'), { recursive: true });
  taskroute(repository, 0, ['move', 'cold-outreach', 'haiku'], false);
  commit(repository, 'As it began');
  taskroute(repository, 0, ['explain', 'cold-outreach']);
  taskroute(repository, 0, ['move', 'cold-outreach', 'sonnet', '--reason', 'converted poorly']);
  taskroute(repository, 0, ['diff', 'HEAD']);
} finally {
  rmSync(repository, { recursive: true });
}
