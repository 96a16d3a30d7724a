import { readBlobs } from './read-blobs.ts';
import { tellGit } from './run-git.ts';
import { createTreeWriter, isRead, type WrittenTree } from './tree-writer.ts';

const LINK = '120000';
const SUBMODULE = '160000';

/**
 * Writes the files of a commit into a folder, as git stores them.
 *
 * Why not `git archive`: it obeys the attributes of the very tree. `export-ignore` would leave files out without a word, `export-subst`
 * would change them, and a filter such as LFS would run programs and ask the network. What `ls-tree` and `cat-file` give is what
 * was committed, and nothing is run.
 */
export async function writeRevision(
  repository: string,
  commit: string,
  folder: string,
  at: (done: number, of: number) => void,
): Promise<WrittenTree> {
  const writer = createTreeWriter(folder);
  const listed = await tellGit(repository, ['ls-tree', '-r', '-z', '--full-tree', commit]);
  const entries = listed.split('\0').flatMap((line) => entryOf(line) ?? []);
  for (const { mode, object, path } of entries) if (mode === SUBMODULE) writer.submodule(path, object);
  const wanted = entries.filter(({ mode, path }) => mode === LINK || (mode !== SUBMODULE && isRead(path)));
  let done = 0;
  const objects = wanted.map(({ object }) => object);
  for await (const content of readBlobs(repository, objects)) {
    const entry = wanted[done];
    if (entry === undefined) break;
    if (entry.mode === LINK) writer.link(entry.path, content.toString());
    else writer.file(entry.path, content);
    at((done += 1), wanted.length);
  }
  return writer.end();
}

interface TreeEntry {
  readonly mode: string;
  readonly object: string;
  readonly path: string;
}

/** `100644 blob <object>\t<path>` */
function entryOf(line: string): TreeEntry | null {
  const [, mode, object, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
  return mode === undefined || object === undefined || path === undefined ? null : { mode, object, path };
}
