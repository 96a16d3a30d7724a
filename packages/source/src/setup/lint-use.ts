import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { isGap, parseText } from '../text/parse.ts';
import { nodesBelow } from '../text/tree.ts';
import { importedNames } from './statement-names.ts';

/**
 * How a configuration of ESLint uses a plugin: not at all; by a bare preset; by its `config()`, which names routers; or in a
 * way that the text does not tell.
 */
export type LintUse = 'none' | 'bare' | 'named' | 'unclear';

/** Errors: none; a text that cannot be read is unclear. */
export function lintUse(file: string, text: string, packageName: string): LintUse {
  if (!text.includes(packageName)) return 'none';
  const parsed = parseText(file, text);
  if (isGap(parsed)) return 'unclear';
  const locals = importedNames(parsed.tree)
    .filter(({ specifier }) => specifier === packageName)
    .map(({ local }) => local);
  const nodes = nodesBelow(parsed.tree);
  const members = nodes.flatMap((node) =>
    node.type === AST_NODE_TYPES.MemberExpression &&
    node.object.type === AST_NODE_TYPES.Identifier &&
    locals.includes(node.object.name) &&
    node.property.type === AST_NODE_TYPES.Identifier
      ? node.property.name
      : [],
  );
  const isExtended = nodes.some(
    (node) =>
      node.type === AST_NODE_TYPES.Literal && typeof node.value === 'string' && node.value.startsWith('taskroute/'),
  );
  // A rule of a bare use keeps its old verdict, whatever stands beside it.
  if (members.includes('configs') || (isExtended && !members.includes('config'))) return 'bare';
  return members.includes('config') ? 'named' : 'unclear';
}
