import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of files that lasts as long as one test. */
export interface Fixture extends Disposable {
  readonly root: string;
  path: (name: string) => string;
  write: (name: string, text: string) => void;
  remove: (name: string) => void;
}

export function createFixture(files: Readonly<Record<string, string>>): Fixture {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'taskroute-')));
  const path = (name: string) => join(root, name);
  const write = (name: string, text: string) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    root,
    path,
    write,
    remove: (name) => {
      rmSync(path(name), { recursive: true, force: true });
    },
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
