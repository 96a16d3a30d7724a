import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { openModule, type Session } from '../session.ts';
import { isGap } from '../text/parse.ts';
import { plainKey } from '../text/tree.ts';
import { keyEdit } from './rename-text.ts';
import type { Edited } from './text-edit.ts';

/** Gives a task's own models in `taskroute.json` another name; no edit where it has none there. */
export function renameModels(session: Session, from: string, to: string): Edited {
  const { file, models } = session.caches.config;
  if (typeof models[from] !== 'object') return [];
  const module = openModule(session, file);
  const [statement] = isGap(module) ? [] : module.tree.body;
  if (isGap(module) || statement?.type !== AST_NODE_TYPES.ExpressionStatement) return [];
  const line = lineIn(lineIn(statement.expression, 'models')?.value, from);
  const edit = line === undefined ? null : keyEdit(module, line, to);
  return edit === null ? [] : [edit];
}

function lineIn(node: TSESTree.Node | undefined, key: string): TSESTree.Property | undefined {
  if (node?.type !== AST_NODE_TYPES.ObjectExpression) return undefined;
  return node.properties
    .filter((each) => each.type === AST_NODE_TYPES.Property)
    .find((each) => plainKey(each.key, each.computed) === key);
}
