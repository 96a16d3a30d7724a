import { CannotRun } from '../exit.ts';
import { exitOf, startGit } from './run-git.ts';

const LINE_END = 10;

/**
 * The contents of objects, one after the other and in the order asked for, as git stores them.
 *
 * Errors: `CannotRun` for an object that the repository does not have.
 */
export async function* readBlobs(folder: string, objects: readonly string[]): AsyncGenerator<Buffer> {
  if (objects.length === 0) return;
  const git = startGit(folder, ['cat-file', '--batch']);
  const exit = exitOf(git);
  // It is awaited at the end alone; until then a git that is not there must not be an unhandled rejection.
  exit.catch(() => undefined);
  git.stderr.resume();
  git.stdin.end(objects.map((object) => `${object}\n`).join(''));
  let read = 0;
  let header: { readonly size: number } | null = null;
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of git.stdout) {
    // A stream without an encoding gives buffers.
    rest.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (header !== null && length <= header.size) continue;
    let all = Buffer.concat(rest);
    for (;;) {
      if (header === null) {
        const end = all.indexOf(LINE_END);
        if (end < 0) break;
        header = headerOf(all.subarray(0, end).toString());
        all = all.subarray(end + 1);
      }
      // A line break stands behind each content.
      if (all.length <= header.size) break;
      yield all.subarray(0, header.size);
      all = all.subarray(header.size + 1);
      header = null;
      read += 1;
    }
    rest = [all];
    length = all.length;
  }
  await exit;
  if (read < objects.length) throw new CannotRun('git ended before all files were read; try "git fsck"');
}

/** `<object> blob <size>`, or `<object> missing`. */
function headerOf(line: string): { readonly size: number } {
  const size = /^\S+ blob (\d+)$/.exec(line)?.[1];
  if (size === undefined)
    throw new CannotRun(`git cannot read an object of this revision (${line}); fetch it, or try "git fsck"`);
  return { size: Number(size) };
}
