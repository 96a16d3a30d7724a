import type { Gap, Values } from '@taskroute/source';
import type { TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { isNode } from './is-node.ts';
import { quote, quoteWith } from '@taskroute/source/findings';
import { replacement, type Replacement } from './replacements.ts';
import type { RouterCalls } from './router-calls.ts';

/** Where a key stands that is looked up in a router's `tasks`, which has none of that name. */
export interface KeyInVain {
  readonly loc: TSESTree.SourceLocation;
  /** A suggestion of another key; null where the look-up is not written out in the linted file. */
  readonly replacement: (name: string) => Replacement | null;
}

/** `gap` is one of what a task can be, with `missing`. */
export function keyInVain(
  found: RouterCalls,
  sourceCode: Readonly<SourceCode>,
  task: Values,
  { file, range }: Gap,
): KeyInVain {
  const isHere = file === found.file && !found.inTemplate && range !== undefined;
  const key = isHere ? sourceCode.getNodeByRangeIndex(range[0]) : null;
  if (key === null) return { loc: found.at(task.node), replacement: () => null };
  return { loc: key.loc, replacement: (name: string) => replacementOf(sourceCode, key, name) };
}

function replacementOf({ text }: Readonly<SourceCode>, key: TSESTree.Node, name: string) {
  const member = key.parent;
  if (!isNode(member, 'MemberExpression') || member.property !== key) return null;
  if (member.computed) {
    if (!isNode(key, 'Literal')) return null;
    return replacement(key.range, quoteWith(text.charAt(key.range[0]), name), quote(name));
  }
  const dot: [number, number] = [member.object.range[1], key.range[0]];
  if (text.slice(...dot) !== '.') return null;
  const code = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${quoteWith("'", name)}]`;
  return replacement([dot[0], key.range[1]], code, quote(name));
}
