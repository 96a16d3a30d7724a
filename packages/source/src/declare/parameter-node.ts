import { AST_NODE_TYPES } from '@typescript-eslint/types';
import type { FunctionNode } from '../evaluate/evaluate-function.ts';
import type { Node } from '../text/parse.ts';
import { plainKey } from '../text/tree.ts';

/** A parameter, as its function writes it. */
export interface ParameterNode {
  /** Null where it is taken apart. */
  readonly name: string | null;
  /** What takes it apart; null where it has a name. */
  readonly pattern: Node | null;
  readonly rest: boolean;
  readonly fallback: Node | null;
  /** Its type annotation. */
  readonly type: Node | null;
}

/** One property on a way into an argument, and its default. */
export interface Step {
  readonly key: string;
  readonly fallback: Node | null;
}

/** What a caller gives a function, in its order. */
export function parametersOf({ params }: FunctionNode): readonly ParameterNode[] {
  const parameters = params.map((param) => parameterOf(param, null));
  // TypeScript's `this` is given by no caller.
  return parameters[0]?.name === 'this' ? parameters.slice(1) : parameters;
}

function parameterOf(node: Node, fallback: Node | null): ParameterNode {
  switch (node.type) {
    case AST_NODE_TYPES.AssignmentPattern:
      return parameterOf(node.left, node.right);
    case AST_NODE_TYPES.TSParameterProperty:
      return parameterOf(node.parameter, fallback);
    case AST_NODE_TYPES.RestElement:
      return { ...parameterOf(node.argument, null), rest: true };
    default: {
      const type = 'typeAnnotation' in node ? node.typeAnnotation : null;
      return {
        name: node.type === AST_NODE_TYPES.Identifier ? node.name : null,
        pattern: node.type === AST_NODE_TYPES.Identifier ? null : node,
        rest: false,
        fallback,
        type: type?.type === AST_NODE_TYPES.TSTypeAnnotation ? type.typeAnnotation : null,
      };
    }
  }
}

/** `(prompt, { task })`, for people. */
export function signatureOf(parameters: readonly ParameterNode[]): string {
  const names = parameters.map(({ name, pattern, rest }) => {
    const text = name ?? (pattern === null ? '' : patternText(pattern));
    return rest ? `...${text}` : text;
  });
  return `(${names.join(', ')})`;
}

function patternText(pattern: Node): string {
  if (pattern.type !== AST_NODE_TYPES.ObjectPattern) return '[…]';
  const keys = pattern.properties.map((each) =>
    each.type === AST_NODE_TYPES.Property ? (plainKey(each.key, each.computed) ?? '…') : '…',
  );
  return `{ ${keys.join(', ')} }`;
}

/** The steps along some keys. Null where a pattern takes the first of them out by no name; what it hands on whole may have any. */
export function stepsAlong(pattern: Node | null, keys: readonly string[]): readonly Step[] | null {
  const [key, ...more] = keys;
  if (key === undefined) return [];
  if (pattern?.type !== AST_NODE_TYPES.ObjectPattern) {
    const isList = pattern?.type === AST_NODE_TYPES.ArrayPattern;
    return isList && !/^\d+$/.test(key) ? null : keys.map(plainStep);
  }
  for (const { key: name, inner, fallback } of partsOf(pattern)) {
    if (name !== key) continue;
    const rest = stepsAlong(inner, more);
    return rest === null ? null : [{ key, fallback }, ...rest];
  }
  return null;
}

/** The steps to what a pattern calls by a name of its own: `{ task: kind }`. */
export function stepsToName(pattern: Node | null, name: string): readonly Step[] | null {
  if (pattern?.type !== AST_NODE_TYPES.ObjectPattern) return null;
  for (const { key, inner, fallback } of partsOf(pattern)) {
    if (inner.type === AST_NODE_TYPES.Identifier && inner.name === name) return [{ key, fallback }];
    const below = stepsToName(inner, name);
    if (below !== null) return [{ key, fallback }, ...below];
  }
  return null;
}

/** Whether a pattern hands on what it does not name: `{ prompt, ...rest }`. */
export function isOpen(pattern: Node | null): boolean {
  return (
    pattern?.type === AST_NODE_TYPES.ObjectPattern &&
    pattern.properties.some((each) => each.type === AST_NODE_TYPES.RestElement || each.computed)
  );
}

export function plainStep(key: string): Step {
  return { key, fallback: null };
}

interface Part extends Step {
  readonly inner: Node;
}

function partsOf(pattern: Extract<Node, { type: AST_NODE_TYPES.ObjectPattern }>): readonly Part[] {
  return pattern.properties.flatMap((each): Part | readonly Part[] => {
    const key = each.type === AST_NODE_TYPES.Property ? plainKey(each.key, each.computed) : null;
    if (key === null || each.type !== AST_NODE_TYPES.Property) return [];
    const { value } = each;
    return value.type === AST_NODE_TYPES.AssignmentPattern
      ? { key, inner: value.left, fallback: value.right }
      : { key, inner: value, fallback: null };
  });
}
