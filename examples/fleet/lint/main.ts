import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The end of the demo: ESLint, as a user runs it, over a service with a misspelt task. */
const fleet = dirname(import.meta.dirname);
const eslint = join(dirname(createRequire(import.meta.url).resolve('eslint/package.json')), 'bin', 'eslint.js');

console.log('  Before it ships: eslint lint/reply-sorter.ts\n');
const { status, error } = spawnSync(process.execPath, [eslint, 'lint/reply-sorter.ts'], {
  cwd: fleet,
  stdio: 'inherit',
});
if (error !== undefined) throw error;
if (status !== 1)
  throw new Error(`ESLint should have found the misspelt task and ended with 1; it ended with ${String(status)}.`);
