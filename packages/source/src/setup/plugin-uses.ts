import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { isGap, parseText, placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { nodesBelow, unwrap } from '../text/tree.ts';
import { importedNames, type ImportedName } from './statement-names.ts';

/** A build plugin where a configuration of a host uses it. */
export interface PluginUse {
  /** What follows the package's name: `vite`. */
  readonly host: string;
  readonly place: Place;
  /** The packages of the plugins in its list that stand before it; null for one that cannot be told. */
  readonly before: readonly (string | null)[];
  readonly after: readonly (string | null)[];
  /** Whether it stands in a list that is written out: else its order cannot be told. */
  readonly isListed: boolean;
}

/**
 * Where a file uses a package's plugins, `@taskroute/unplugin/vite` say.
 *
 * Shape: null where the file cannot be read, or names the package in some other way than an import at its top.
 */
export function pluginUses(file: string, text: string, packageName: string): readonly PluginUse[] | null {
  const parsed = parseText(file, text);
  if (isGap(parsed)) return null;
  const names = importedNames(parsed.tree);
  const own = names.filter(({ specifier }) => specifier.startsWith(`${packageName}/`));
  const nodes = nodesBelow(parsed.tree);
  const lists = nodes.filter((node) => node.type === AST_NODE_TYPES.ArrayExpression);
  const uses = nodes.flatMap((node): PluginUse | [] => {
    const name = node.type === AST_NODE_TYPES.CallExpression ? nameOf(node, own) : undefined;
    if (name === undefined) return [];
    const list = lists.find(({ elements }) => elements.some((element) => element !== null && unwrap(element) === node));
    const elements = list?.elements ?? [];
    const index = elements.findIndex((element) => element !== null && unwrap(element) === node);
    const packages = elements.map((element) =>
      element === null ? null : (nameOf(unwrap(element), names)?.specifier ?? null),
    );
    return {
      host: name.specifier.slice(packageName.length + 1),
      place: placeOf(parsed, node),
      before: packages.slice(0, Math.max(0, index)),
      after: packages.slice(index + 1),
      isListed: list !== undefined,
    };
  });
  const isNamed = nodes.some(
    (node) =>
      node.type === AST_NODE_TYPES.Literal &&
      typeof node.value === 'string' &&
      node.value.startsWith(`${packageName}/`),
  );
  return isNamed && uses.length === 0 ? null : uses;
}

/** What is called: `vue()`, `esbuild.default()`. */
function nameOf(node: Node, names: readonly ImportedName[]): ImportedName | undefined {
  if (node.type !== AST_NODE_TYPES.CallExpression) return undefined;
  let callee = unwrap(node.callee);
  while (callee.type === AST_NODE_TYPES.MemberExpression) callee = unwrap(callee.object);
  return callee.type === AST_NODE_TYPES.Identifier ? names.find(({ local }) => local === nameIn(callee)) : undefined;
}

function nameIn(node: Node): string | null {
  return node.type === AST_NODE_TYPES.Identifier ? node.name : null;
}
