import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Node } from './parse.ts';

/** Why a text is no JSON, and at which offset; null for one that is. */
export function faultOfJson(text: string): { readonly reason: string; readonly at: number } | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it is no JSON';
    // V8 tells the place in words, except at the end of the text.
    const [words = '', at] = / \(?(?:in JSON )?at position (\d+).*$/s.exec(reason) ?? [];
    return { reason: reason.slice(0, reason.length - words.length), at: at === undefined ? text.length : Number(at) };
  }
}

/** The first node of a JavaScript tree that JSON with comments does not have; null where there is none. */
export function strangerToJson({ body }: TSESTree.Program): Node | null {
  const [statement, second] = body;
  if (statement?.type !== AST_NODE_TYPES.ExpressionStatement) return statement ?? null;
  if (second !== undefined) return second;
  const waiting: Node[] = [statement.expression];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const inner = insideJson(node);
    if (inner === null) return node;
    waiting.push(...inner);
  }
  return null;
}

/** The values inside of a value; null for what is none. */
function insideJson(node: Node): readonly Node[] | null {
  switch (node.type) {
    case AST_NODE_TYPES.Literal:
      return 'regex' in node || 'bigint' in node || node.raw.startsWith("'") ? null : [];
    case AST_NODE_TYPES.UnaryExpression:
      return node.operator === '-' && node.argument.type === AST_NODE_TYPES.Literal ? [node.argument] : null;
    case AST_NODE_TYPES.ArrayExpression: {
      const elements = node.elements.filter((element) => element !== null);
      return elements.length === node.elements.length ? elements : null;
    }
    case AST_NODE_TYPES.ObjectExpression:
      return node.properties.every(isLine) ? node.properties.flatMap(({ key, value }) => [key, value]) : null;
    default:
      return null;
  }
}

function isLine(property: TSESTree.ObjectLiteralElement): property is TSESTree.Property {
  return (
    property.type === AST_NODE_TYPES.Property &&
    property.kind === 'init' &&
    !property.computed &&
    !property.method &&
    property.key.type === AST_NODE_TYPES.Literal &&
    typeof property.key.value === 'string'
  );
}
