import { existsSync } from 'node:fs';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { asking, textAt, type Session } from '../session.ts';
import { importTextsOf, type ImportText } from './import-texts.ts';
import { isPlainFunction } from './plain-function.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { mayLead } from '../router/routers-of.ts';

/** An import, and the files that it may mean. */
interface Edge {
  readonly from: ImportText;
  readonly targets: readonly string[];
}

/** Files by what they import. */
export interface ImportGraph {
  /** Null for a file that may import anything. */
  readonly edges: ReadonlyMap<string, readonly Edge[] | null>;
  readonly textOf: (file: string) => string;
}

const CODE = /\.[cm]?[jt]sx?$/;

/** Which of some files imports which, by their texts. Files that these lead to, and that are not among them, are read as well. */
export function importGraph(session: Session, texts: ReadonlyMap<string, string>): ImportGraph {
  const byName = new Map<string, string[]>();
  for (const file of texts.keys()) for (const name of namesOf(file)) pushTo(byName, name, file);
  const others = new Map<string, string>();
  const resolved = new Map<string, string | null>();
  const settings = new Map<string, string>();
  const edges = new Map<string, readonly Edge[] | null>();
  const waiting = [...texts.keys()];

  function settingsOf(folder: string): string {
    let found = settings.get(folder);
    if (found === undefined) {
      const above = dirname(folder);
      const isHere = ['package.json', 'tsconfig.json', 'jsconfig.json'].some((name) => existsSync(join(folder, name)));
      settings.set(folder, (found = isHere || above === folder ? folder : settingsOf(above)));
    }
    return found;
  }

  function resolveOnce(file: string, specifier: string): string | null {
    const key = specifier.startsWith('.') ? `${file} ${specifier}` : `${settingsOf(dirname(file))} ${specifier}`;
    let found = resolved.get(key);
    if (found === undefined) resolved.set(key, (found = resolve(session, file, specifier)));
    return found;
  }

  function targetsOf(file: string, specifier: string): readonly string[] {
    const near = specifier.startsWith('.') ? byName.get(bare(resolvePath(dirname(file), specifier))) : undefined;
    if (near !== undefined) return near;
    const target = resolveOnce(file, specifier);
    if (target === null || target.startsWith('node:')) return [];
    if (target === ROUTER_PACKAGE || texts.has(target) || others.has(target)) return [target];
    const text = CODE.test(target) ? textAt(session, target) : '';
    others.set(target, typeof text === 'string' ? text : '');
    waiting.push(target);
    return [target];
  }

  const textOf = (file: string): string => texts.get(file) ?? others.get(file) ?? '';
  asking(session, true, () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const from = file;
      const imports = mayLead(session, file) ? importTextsOf(textOf(file)) : [];
      edges.set(file, imports?.map((each) => ({ from: each, targets: targetsOf(from, each.specifier) })) ?? null);
    }
  });
  return { edges, textOf };
}

/** What a relative specifier may call a file. */
function namesOf(file: string): readonly string[] {
  const name = bare(file);
  return /[\\/]index$/.test(name) ? [name, dirname(name)] : [name];
}

function bare(path: string): string {
  return path.replace(CODE, '');
}

/**
 * The files that lead to what some files lead to: those that import more of them than functions, and so on. Of `declared` files a
 * function is a router's too.
 */
export function leadingFiles(
  session: Session,
  { edges }: ImportGraph,
  starts: Iterable<string>,
  declared: ReadonlySet<string>,
): ReadonlySet<string> {
  const importers = new Map<string, { readonly file: string; readonly names: ImportText['names'] }[]>();
  for (const [file, own] of edges)
    for (const { from, targets } of own ?? [])
      for (const target of targets) pushTo(importers, target, { file, names: from.names });
  const found = new Set(starts);
  const waiting = [...found];
  for (let target = waiting.pop(); target !== undefined; target = waiting.pop()) {
    const of = target;
    for (const { file, names } of importers.get(target) ?? []) {
      if (
        found.has(file) ||
        (!declared.has(of) && names?.every(({ name }) => isPlainFunction(session, of, name)) === true)
      )
        continue;
      found.add(file);
      waiting.push(file);
    }
  }
  return found;
}

function pushTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
