import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { objectOf } from '../evaluate/evaluate-literal.ts';
import { evaluate, gap, type Scene } from '../evaluate/evaluate.ts';
import { type Node } from '../text/parse.ts';
import { union, unknown, type Possible } from '../evaluate/value.ts';

/** The arguments of a call. From a spread on that is not known, `open` says why. */
export interface Arguments {
  readonly items: readonly { readonly possible: Possible; readonly node: Node }[];
  readonly open: Possible | null;
}

export function argumentsOf(scene: Scene, nodes: readonly Node[]): Arguments {
  const items: { possible: Possible; node: Node }[] = [];
  for (const node of nodes) {
    if (node.type !== AST_NODE_TYPES.SpreadElement) {
      // What is written in the call itself is handed to the router alone, which changes nothing.
      const possible = node.type === AST_NODE_TYPES.ObjectExpression ? objectOf(scene, node) : evaluate(scene, node);
      items.push({ possible, node });
      continue;
    }
    const inner = spread(scene, node.argument);
    items.push(...inner.items);
    if (inner.open !== null) return { items, open: inner.open };
  }
  return { items, open: null };
}

/** A list that is taken apart into arguments. */
export function spread(scene: Scene, node: Node | undefined): Arguments {
  if (node === undefined) return { items: [], open: null };
  const list = evaluate(scene, node);
  const [array] = list.values;
  const open = gap(scene, node, 'is spread from what is no list that is known');
  if (array?.kind !== 'array' || list.values.length > 1 || list.gaps.length > 0) return { items: [], open };
  if (array.shuffled) return { items: [{ possible: union(unknown(), ...array.items), node }], open };
  const items = array.items.map((possible) => ({ possible, node }));
  return { items, open: array.gaps.length === 0 ? null : union(open, unknown(...array.gaps)) };
}
