/** What a text says of a router's functions, before it is parsed. */
export interface Suspicion {
  /** Whether one of them may be called without an argument. */
  readonly mayCall: boolean;
  /** Whether the module may hand one on under a name that is not among the known ones. */
  readonly mayRename: boolean;
}

/** An argument list with nothing but space and comments in it. */
export const EMPTY: string = String.raw`\((?:\s|/\*[^]*?\*/|//[^\n]*\n)*\)`;
const EMPTY_CALL = new RegExp(EMPTY);
/** Behind a name: a call that hands something in. */
const CALLED = new RegExp(String.raw`^\s*(?:\?\.\s*)?(?!${EMPTY})\((?!\s*\.\.\.)`);
/** What stands before and behind a name in a list of an import, an export or a pattern. */
const LISTED_BEFORE = /\{(?:[\w$\s,:]*,)?\s*(?:[\w$]+\s+as\s+)?$/;
const LISTED_BEHIND = /^\s*[,}]/;
/** Behind a name: another one for the same. */
const RENAMED = /^\s*(?:as\s+|:\s*)([\w$]+)/;
/** As much around a name as it takes to judge it. */
const AROUND = 300;

/**
 * Whether a text has to be parsed to know its calls without a task. Nearly every module is dismissed here, at a small part of
 * what a parse costs: a name that is imported, or called with something, leads nowhere.
 */
export function suspicionOf(text: string, names: readonly string[]): Suspicion {
  const known = new Set(names);
  let mayCall = false;
  let mayRename = false;
  for (const name of known) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (/[\w$]/.test(text[at - 1] ?? '') || /[\w$]/.test(text[end] ?? '')) continue;
      const behind = text.slice(end, end + AROUND);
      if (CALLED.test(behind)) continue;
      const isListed = LISTED_BEFORE.test(text.slice(Math.max(0, at - AROUND), at));
      if (isListed && LISTED_BEHIND.test(behind)) continue;
      mayRename = true;
      const alias = isListed ? RENAMED.exec(behind)?.[1] : undefined;
      if (alias === undefined) mayCall = true;
      // A set that grows is gone through to its new end.
      else known.add(alias);
    }
  }
  return { mayCall, mayRename };
}

/** Whether anything at all is called without an argument. */
export function hasEmptyCall(text: string): boolean {
  return EMPTY_CALL.test(text);
}

/** What a text imports, by its own names. */
const IMPORTS = /\bimport\s*(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}|\*\s*as\s+([\w$]+))?\s*from\b/g;

/** Whether something imported may be called without an argument: what is asked where no graph says who imports whom. */
export function callsImportEmpty(text: string): boolean {
  if (!hasEmptyCall(text)) return false;
  if (/\b(?:import|require)\s*\(/.test(text)) return true;
  for (const [, whole, list = '', namespace] of text.matchAll(IMPORTS)) {
    const listed = list.split(',').map((each) =>
      each
        .trim()
        .split(/\s+as\s+/)
        .at(-1),
    );
    for (const name of [whole, namespace, ...listed])
      if (
        name &&
        new RegExp(
          String.raw`(?<![\w$])${name.replaceAll('$', '\\$')}(?:\s*\.\s*[\w$]+)*["'\`\])!\s]*(?:\?\.\s*)?${EMPTY}`,
        ).test(text)
      )
        return true;
  }
  return false;
}
