import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { declaredFiles } from './declared.ts';
import type { Scene } from './evaluate.ts';
import { exportOf, exportedNames } from './follow.ts';
import { gapAt, type Gap } from './gap.ts';
import { boundNames, nameOf, namesOf, requiredBy } from './module-exports.ts';
import { placeOf, type Node } from './parse.ts';
import { resolve, ROUTER_PACKAGE } from './resolve.ts';
import { asking } from './session.ts';
import { plainKey } from './tree.ts';

/** Names under which people import a router's functions. */
const ROUTER_NAMES = new Set(['routeModel', 'getTier', 'decide']);

/** What a module that is called a router hands on when it is one of ours: other libraries have routers too. */
const HANDED_ON = new Set(['router', 'tasks', 'default', '*']);

/** What a statement imports, and under which names. */
interface Ask {
  readonly specifier: string;
  readonly names: readonly string[];
  readonly node: Node;
}

/** Imports that look like a router and lead nowhere: silence about them would be taken for a clean file. */
export function unresolvedRouters(scene: Scene): readonly Gap[] {
  const { session, module } = scene;
  // A declaration file calls nothing, and what it imports is often shipped as declarations alone.
  if (/\.d\.[cm]?ts$/.test(module.file)) return [];
  const findings: Gap[] = [];
  for (const statement of module.tree.body) {
    for (const ask of asksOf(statement)) {
      if (!looksLikeRouter(ask)) continue;
      const problem = asking(session, true, () => problemOf(scene, ask));
      if (problem === null) continue;
      const reason = `imports ${JSON.stringify(ask.specifier)}, which looks like a router and ${problem}`;
      findings.push(gapAt(placeOf(module, ask.node), reason));
    }
  }
  return findings;
}

/** Whether an import would be one of a router, could it be resolved. */
function looksLikeRouter({ specifier, names }: Ask): boolean {
  if (names.includes('routeModel')) return true;
  // Words that others use too.
  const common = names.filter((name) => ROUTER_NAMES.has(name)).length;
  if (common > 1 || (common > 0 && /rout|model/i.test(specifier))) return true;
  const isRelative = specifier.startsWith('.');
  // Other libraries have a `defineRouter` of their own.
  if (names.includes('defineRouter')) return isRelative || specifier.startsWith(`${ROUTER_PACKAGE}/`);
  if (!isRelative || !/[/-](?:model-)?router(?:\.[cm]?[jt]sx?)?$/.test(specifier)) return false;
  // No name at all is the module as a whole.
  return names.length === 0 || names.some((name) => HANDED_ON.has(name));
}

/** Why nothing can be known of what is imported, on whichever module of the way; null where it can. */
function problemOf({ session, module }: Scene, { specifier, names, node }: Ask): string | null {
  const target = resolve(session, module.file, specifier);
  if (target === null) return 'cannot be resolved';
  if (target === ROUTER_PACKAGE || target.startsWith('node:') || declaredFiles(session).includes(target)) return null;
  const exported = namesOf(session, target);
  if ('reason' in exported) return `cannot be read: ${exported.reason}`;
  for (const name of names) {
    const isWhole = name === '*';
    if (!isWhole && !ROUTER_NAMES.has(name) && !HANDED_ON.has(name)) continue;
    const { values, gaps } = isWhole
      ? { values: [], gaps: exportedNames(session, target).gaps }
      : exportOf(session, target, name, placeOf(module, node));
    const gap = values.length === 0 ? gaps.find((each) => each.lost) : undefined;
    if (gap?.file === module.file && name !== 'default') return `exports no ${name}`;
    if (gap !== undefined && gap.file !== module.file)
      return `leads nowhere: what stands in ${nameOfFile(gap.file)} ${gap.reason}`;
  }
  return null;
}

function nameOfFile(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

function asksOf(statement: TSESTree.ProgramStatement): readonly Ask[] {
  switch (statement.type) {
    case AST_NODE_TYPES.ImportDeclaration: {
      // What is imported as a type is not called.
      if (statement.importKind === 'type') return [];
      const names = statement.specifiers.flatMap((each) => {
        if (each.type === AST_NODE_TYPES.ImportSpecifier)
          return each.importKind === 'type' ? [] : [nameOf(each.imported)];
        return each.type === AST_NODE_TYPES.ImportDefaultSpecifier ? ['default'] : ['*'];
      });
      if (names.length === 0 && statement.specifiers.length > 0) return [];
      return [{ specifier: statement.source.value, names, node: statement.source }];
    }
    case AST_NODE_TYPES.ExportNamedDeclaration: {
      if (statement.source === null || statement.exportKind === 'type') return [];
      const names = statement.specifiers.map((each) => nameOf(each.local));
      return [{ specifier: statement.source.value, names, node: statement.source }];
    }
    case AST_NODE_TYPES.ExportAllDeclaration:
      if (statement.exportKind === 'type') return [];
      return [{ specifier: statement.source.value, names: ['*'], node: statement.source }];
    case AST_NODE_TYPES.VariableDeclaration:
      return statement.declarations.flatMap(({ id, init }) => {
        const specifier = init === null ? null : requiredBy(init);
        return specifier === null || init === null ? [] : { specifier, names: requiredNames(id), node: init };
      });
    default:
      return [];
  }
}

/** What `const … = require('…')` takes out, by its names there; a plain variable holds the whole. */
function requiredNames(id: TSESTree.BindingName): readonly string[] {
  if (id.type === AST_NODE_TYPES.Identifier) return ROUTER_NAMES.has(id.name) ? [id.name] : ['*'];
  if (id.type !== AST_NODE_TYPES.ObjectPattern) return boundNames(id);
  return id.properties.map((each) =>
    each.type === AST_NODE_TYPES.Property ? (plainKey(each.key, each.computed) ?? '*') : '*',
  );
}
