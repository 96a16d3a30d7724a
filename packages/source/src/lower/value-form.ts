import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Scene } from '../evaluate/evaluate.ts';
import type { Node } from '../text/parse.ts';
import { taskInType, type NoValue, type TypeofOffsets } from './task-in-type.ts';

/** What stands between an erased call's callee and its end, with the task as a value. */
export interface ValueForm {
  /** 0-based offsets into the text without its byte order mark. */
  readonly range: readonly [number, number];
  /** As long as it was, with every line break where it was. */
  readonly text: string;
  /** The same as a person writes it; comments stay. */
  readonly short: string;
}

/** The type arguments of a call that has no other: its own, or those of `pick<'x'>?.()` and `(pick<'x'>)()`. */
export function erasedArguments(node: TSESTree.CallExpression): TSESTree.TSTypeParameterInstantiation | null {
  if (node.arguments.length > 0) return null;
  // Absent in one parser's tree, null in another's.
  if (node.typeArguments != null) return node.typeArguments;
  let callee: Node = node.callee;
  while (
    callee.type === AST_NODE_TYPES.TSNonNullExpression ||
    callee.type === AST_NODE_TYPES.TSAsExpression ||
    callee.type === AST_NODE_TYPES.TSSatisfiesExpression ||
    callee.type === AST_NODE_TYPES.ChainExpression
  )
    callee = callee.expression;
  return callee.type === AST_NODE_TYPES.TSInstantiationExpression ? callee.typeArguments : null;
}

/** An erased call's value form. `shift` is how far its text stands behind the offsets of its tree. */
export function valueFormOf(
  scene: Scene,
  node: TSESTree.CallExpression,
  types: TSESTree.TSTypeParameterInstantiation,
  shift = 0,
): ValueForm | NoValue {
  const [type, ...more] = types.params;
  if (type === undefined || more.length > 0) return { reason: 'is one of several type arguments' };
  const offsets = taskInType(scene, type);
  if ('reason' in offsets) return offsets;
  const range = [types.range[0] + shift, node.range[1] + shift] as const;
  const region = scene.module.text.slice(...range);
  const inner = types.range[1] - types.range[0];
  if (!region.startsWith('<') || region[inner - 1] !== '>' || !region.endsWith(')'))
    return { reason: 'stands where the text is another than the tree says' };
  const task = withoutTypeof(region.slice(1, inner - 1), offsets, types.range[0] + 1);
  const text = node.typeArguments == null ? behind(task, region.slice(inner)) : inPlace(task, region.slice(inner));
  if (text === null) return { reason: 'stands apart from its call, on a line of its own' };
  return { range, text, short: shortened(text) };
}

function withoutTypeof(text: string, offsets: TypeofOffsets, start: number): string {
  let written = '';
  for (const offset of offsets) {
    written += text.slice(written.length, offset - start) + BLANK;
  }
  return written + text.slice(written.length);
}

const BLANK = ' '.repeat('typeof'.length);
const LINE_BREAK = /[\n\r\u2028\u2029]/;

/** `<'x'>()` → `('x')  `: the brackets become the parentheses, and nothing else moves. */
function inPlace(task: string, rest: string): string {
  const open = openingOf(rest);
  const before = rest.slice(0, open);
  const after = rest.slice(open + 1, -1);
  // After a line break neither `!` nor `as` would belong to the call any more: then its own end stays.
  return LINE_BREAK.test(rest) ? `(${task} ${before} ${after})` : `(${task})${before} ${after} `;
}

/** `<'x'>?.()` → `?.('x')  `; null where a line break would move. */
function behind(task: string, rest: string): string | null {
  const open = rest.lastIndexOf('(');
  if (LINE_BREAK.test(task + rest) || rest.includes('//') || rest.includes('/*')) return null;
  return `${rest.slice(0, open)}(${task}${rest.slice(open + 1)}  `;
}

/** The parenthesis of a call without arguments, behind its type arguments: a comment may hold others. */
function openingOf(rest: string): number {
  return rest.replace(/\/\*[^]*?\*\/|\/\/[^\n\r\u2028\u2029]*/g, (comment) => ' '.repeat(comment.length)).indexOf('(');
}

function shortened(text: string): string {
  // What stands behind a comment of a line would become a part of it.
  if (text.includes('//')) return text;
  if (text.includes('/*')) return text.trimEnd();
  return text
    .trimEnd()
    .replace(/^((?:\)|!|\?\.|\s)*\()\s+/, '$1')
    .replace(/\s+\)$/, ')');
}
