import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('..', import.meta.url));

/** How a process ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a module in a process of its own, inside this package: `@taskroute/router` in it is what was built. */
export function runNode(module: string): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--input-type=module', '--eval', module], { cwd: PACKAGE }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
