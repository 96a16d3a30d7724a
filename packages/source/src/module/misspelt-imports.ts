import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { nameOf } from './bound-names.ts';
import type { Scene } from '../evaluate/evaluate.ts';
import { exportedNames } from './exported-names.ts';
import { exportOf, lookExport, startOf } from './follow.ts';
import { namesOf } from './module-exports.ts';
import { isPlainFunction } from './plain-function.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { mayLead } from '../router/routers-of.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { nearest } from '../text/nearest.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { asking, type Session } from '../session.ts';
import { isOfValue, topVariable } from '../text/tree.ts';

/** Names that are asked of a module which does not have them, and has a router's function under a name near by. */
export function misspeltImports(scene: Scene): readonly Gap[] {
  const { session, module } = scene;
  return asking(session, true, () =>
    module.tree.body.flatMap(namesAskedFor).flatMap(({ specifier, name, local, node }) => {
      const target = resolve(session, module.file, specifier);
      if (target === null || target === ROUTER_PACKAGE || target.startsWith('node:')) return [];
      const near = mayLead(session, target) && isRead(scene, local) ? nearestExport(session, target, name) : null;
      if (near === null) return [];
      const reason = `imports ${JSON.stringify(specifier)}, which exports no ${name} (did you mean ${near}?)`;
      return [gapAt(placeOf(module, node), reason)];
    }),
  );
}

/** What leads to a router among the exports of a module, by a name near to one that it is known not to have. */
export function nearestExport(session: Session, file: string, name: string): string | null {
  // Most names are there, and most of those are seen without a parse.
  if (name === 'default' || isPlainFunction(session, file, name)) return null;
  const own = namesOf(session, file);
  if ('reason' in own || own.names.has(name) || lookExport(session, file, name) !== null) return null;
  const { names, gaps } = exportedNames(session, file);
  if (gaps.length > 0) return null;
  const leading = names.filter((each) =>
    exportOf(session, file, each, startOf(file)).values.some(({ kind }) => kind === 'callee' || kind === 'router'),
  );
  return nearest(name, leading);
}

/** What is imported as a type is not called. */
function isRead({ module }: Scene, local: string): boolean {
  return topVariable(module, local)?.references.some(isOfValue) === true;
}

interface Asked {
  readonly specifier: string;
  readonly name: string;
  readonly local: string;
  readonly node: Node;
}

function namesAskedFor(statement: TSESTree.ProgramStatement): readonly Asked[] {
  if (statement.type !== AST_NODE_TYPES.ImportDeclaration) return [];
  const specifier = statement.source.value;
  return statement.specifiers.flatMap((node) =>
    node.type === AST_NODE_TYPES.ImportSpecifier
      ? { specifier, name: nameOf(node.imported), local: node.local.name, node }
      : [],
  );
}
