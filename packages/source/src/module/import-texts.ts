/** What a file's text brings in from one module, told without a tree. */
export interface ImportText {
  readonly specifier: string;
  /** The names, and what they are called here; null where anything may come in. */
  readonly names: readonly ImportedName[] | null;
  /** Whether it only goes on to those who import this file. */
  readonly isHandedOn: boolean;
}

interface ImportedName {
  readonly name: string;
  readonly local: string;
}

const ASKS = /\b(from|import(?:Actual)?|require\w*)\b(?:\s*<[^>]*>(?=\s*\())?\s*(\(?)\s*(?:(['"`])([^'"`\n\\]*)\3|)/g;

const CLAUSE = /\b(import|export)\s+(?:type\s+)?(?:\{([^{}]*)\}|[\w$*][\w$*\s,{}]*)\s*$/;

const NAME = /^(?:type\s+)?([\w$]+)(?:\s+as\s+([\w$]+))?$/;

/** A clause is no longer, or anything may come in by it. */
const LONGEST = 4_000;

/** Every import of a text. Null where one of them names its module at run time alone. */
export function importTextsOf(text: string): readonly ImportText[] | null {
  const found: ImportText[] = [];
  for (const { 1: word = '', 2: open, 4: specifier, index } of text.matchAll(ASKS)) {
    if (word !== 'from' && specifier === undefined) {
      // `import x from`, `import.meta`, and the word itself in a text.
      if (open === '(') return null;
      continue;
    }
    if (specifier === undefined) continue;
    if (specifier.includes('${')) return null;
    if (word === 'from') found.push(...clauseBefore(text, index, specifier));
    // `import './setup.js'` brings no name in.
    else found.push({ specifier, names: word === 'import' && open === '' ? [] : null, isHandedOn: false });
  }
  return text.includes('createRequire') ? null : found;
}

function clauseBefore(text: string, end: number, specifier: string): readonly ImportText[] {
  const [whole, word, list] = CLAUSE.exec(text.slice(Math.max(0, end - LONGEST), end)) ?? [];
  const isHandedOn = word === 'export';
  if (whole === undefined || list === undefined) return [{ specifier, names: null, isHandedOn }];
  const parts = list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => NAME.exec(part));
  if (parts.includes(null)) return [{ specifier, names: null, isHandedOn }];
  const names = parts.flatMap((part) => {
    const [, name, local] = part ?? [];
    return name === undefined ? [] : { name, local: local ?? name };
  });
  return [{ specifier, names, isHandedOn }];
}
