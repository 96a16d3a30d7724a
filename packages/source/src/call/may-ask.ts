import { importGraph, leadingFiles } from '../module/import-graph.ts';
import { isPlainFunction } from '../module/plain-function.ts';
import { ROUTER_PACKAGE } from '../module/resolve.ts';
import { ROUTER_FUNCTIONS } from '../router/router-functions.ts';
import type { Session } from '../session.ts';

/** A function that `taskroute.json` names, in the file of its module. */
export interface DeclaredName {
  readonly file: string;
  readonly name: string;
}

/**
 * Those of some files that can make a router, or hold a call that asks for one of some tasks: too many rather than too few.
 *
 * Shape: `texts` are the files' own; nothing is parsed. A file is left out where no import leads to a router, or where whatever
 * it imports of one is called with other tasks that are written out in the call. `declared` are the functions that `taskroute.json`
 * names.
 */
export function filesThatMayAsk(
  session: Session,
  texts: ReadonlyMap<string, string>,
  tasks: readonly string[],
  declared: readonly DeclaredName[],
): readonly string[] {
  const graph = importGraph(session, texts);
  const own = new Set(declared.map(({ file }) => file));
  const makers = [...graph.edges]
    .filter(([file, edges]) => edges === null || own.has(file) || graph.textOf(file).includes(ROUTER_PACKAGE))
    .map(([file]) => file);
  const leading = leadingFiles(session, graph, [...makers, ROUTER_PACKAGE], own);
  const made = new Set(makers);
  const taken = new Set(declared.map(({ name }) => name));
  const functions = ROUTER_FUNCTIONS.filter((name) => !taken.has(name));
  const asksOthersOnly = (file: string): boolean => {
    const text = graph.textOf(file);
    // A name may be written with escapes.
    if (text.includes('\\u')) return false;
    return (graph.edges.get(file) ?? []).every(({ from, targets }) => {
      const reached = targets.filter((target) => leading.has(target));
      if (reached.length === 0 || from.isHandedOn) return true;
      return (
        from.names?.every(
          ({ name, local }) =>
            reached.every((target) => !own.has(target) && isPlainFunction(session, target, name)) ||
            (functions.includes(name) && isCalledForOthers(text, local, tasks)),
        ) === true
      );
    });
  };
  return [...texts.keys()].filter((file) => leading.has(file) && (made.has(file) || !asksOthersOnly(file)));
}

/** Behind a name: what makes it an import, or else the call's one task. */
const IMPORTED = /^(?:\s+as\s+[\w$]+)?\s*(?:,\s*(?:type\s+)?[\w$]+(?:\s+as\s+[\w$]+)?\s*)*,?\s*\}\s*from\b/;
const ASKED = /^\s*(?:<\s*(['"])([^'"\\\n]*)\1\s*>\s*\(\s*\)|\(\s*(['"])([^'"\\\n]*)\3\s*[,)])/;

const IN_NAME = /[\w$]/;

function isCalledForOthers(text: string, name: string, tasks: readonly string[]): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (IN_NAME.test(text.charAt(at - 1)) || IN_NAME.test(text.charAt(end))) continue;
    const rest = text.slice(end, end + 1_000);
    if (IMPORTED.test(rest)) continue;
    const [, , inType, , inCall] = ASKED.exec(rest) ?? [];
    const asked = inType ?? inCall;
    // `new routeModel('x')` is no call.
    const isMade = /\bnew\s+$/.test(text.slice(Math.max(0, at - 8), at));
    if (isMade || asked === undefined || tasks.some((task) => serves(task, asked))) return false;
  }
  return true;
}

/** Whether a line serves a task, or may: the lines of domains are looked at more closely by those who read the file. */
function serves(line: string, asked: string): boolean {
  return line === asked || (line.endsWith('/*') && asked.startsWith(line.slice(0, -1)));
}
