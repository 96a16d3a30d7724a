import type { TSESTree } from '@typescript-eslint/types';

/** A tree that a host's own parser has made. */
export interface HostTree {
  readonly type: string;
}

type Fields = Record<string, unknown>;

/** What only shows that something stood in parentheses, and where that is. */
const PARENTHESES: Readonly<Record<string, string>> = {
  ParenthesizedExpression: 'expression',
  TSParenthesizedType: 'typeAnnotation',
};

/**
 * A host's tree in the shape that is read here.
 *
 * Shape: ESTree with TypeScript's nodes, in offsets of UTF-16 code units; `range` is made of `start` and `end`, and nodes
 * that only show parentheses are left out. The host's tree stays as it is. It needs no stack of calls, however deep the tree.
 */
export function treeOfHost(tree: HostTree): TSESTree.Program {
  const root: Fields = { tree };
  const waiting: [owner: Fields, key: string][] = [[root, 'tree']];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [owner, key] = next;
    const value = withoutParentheses(owner[key]);
    owner[key] = value;
    if (Array.isArray(value)) {
      // A list has its items under their numbers.
      const list = [...(value as readonly unknown[])] as unknown as Fields;
      owner[key] = list;
      for (const index of Object.keys(list)) waiting.push([list, index]);
    } else if (isNode(value)) {
      const { parent: _parent, ...copy } = value;
      if (!('range' in copy)) copy['range'] = [copy['start'], copy['end']];
      owner[key] = copy;
      for (const field of Object.keys(copy)) if (typeof copy[field] === 'object') waiting.push([copy, field]);
    }
  }
  // The nodes keep their fields; that these are those of TypeScript's ESTree is the parser's promise.
  return root['tree'] as TSESTree.Program;
}

function withoutParentheses(value: unknown): unknown {
  let inner = value;
  while (isNode(inner)) {
    const key = PARENTHESES[inner.type];
    if (key === undefined) return inner;
    inner = inner[key];
  }
  return inner;
}

function isNode(value: unknown): value is Fields & { readonly type: string } {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
