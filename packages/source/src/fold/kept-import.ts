import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import type { Scene } from '../evaluate/evaluate.ts';
import { isFoldable } from './foldable.ts';
import { importedAs } from '../module/origin.ts';
import type { Node } from '../text/parse.ts';
import { unwrap, variableOf } from '../text/tree.ts';

/** One piece of a text in the place of another. */
export interface Edit {
  readonly range: [number, number];
  readonly text: string;
}

/**
 * What keeps the imports of folded calls in a typed file: compilers drop an import that no value is read of, and with it what
 * its module does when it is loaded. `import { routeModel } from './router.js'` gets `import './router.js'` beside it.
 */
export function keptImports(scene: Scene, calls: readonly TSESTree.CallExpression[]): readonly Edit[] {
  const { session, module } = scene;
  // In JavaScript every import stays.
  if (!/\.[cm]?tsx?$/.test(module.file)) return [];
  const edits = new Map<Node, Edit>();
  for (const { callee } of calls) {
    const variable = variableOf(module, rootOf(callee));
    const declaration = variable?.defs[0]?.parent;
    if (variable == null || declaration?.type !== AST_NODE_TYPES.ImportDeclaration || edits.has(declaration)) continue;
    const file = importedAs(session, module, variable)?.file ?? null;
    if (file !== null && !isFoldable(session, file)) edits.set(declaration, withSecond(module.text, declaration));
  }
  return [...edits.values()];
}

function rootOf(callee: Node): Node {
  let root = unwrap(callee);
  while (root.type === AST_NODE_TYPES.MemberExpression) root = unwrap(root.object);
  return root;
}

function withSecond(text: string, { source, range }: TSESTree.ImportDeclaration): Edit {
  const from = text.slice(source.range[0], range[1]).replace(/;$/, '');
  return { range: [source.range[0], range[1]], text: `${from};import ${from};` };
}
