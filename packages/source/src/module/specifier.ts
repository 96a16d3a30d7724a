import { dirname, join } from 'node:path';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { calledName, onlyExpression, parentOf, plainKey, unwrap, variableOf } from '../text/tree.ts';
import { flatMap, known, unknown, type Possible } from '../evaluate/value.ts';

/**
 * What `require` or `import()` asks for, also where that is put together: `path.join(__dirname, 'router')`, `${__dirname}/router`,
 * `new URL('./router.js', import.meta.url).href`, `require.resolve('./router')`.
 */
export function specifierOf(scene: Scene, node: Node): Possible {
  return pathOf(scene, node) ?? evaluate(scene, node);
}

/** Null where the text makes no path of the file's own folder. */
function pathOf(scene: Scene, node: Node): Possible | null {
  const inner = unwrap(node);
  const below = belowFolder(scene, inner);
  if (below !== null) return inFolder(scene, inner, below);
  switch (inner.type) {
    case AST_NODE_TYPES.Identifier: {
      const init = constantOf(scene, inner);
      return init === null ? null : pathOf(scene, init);
    }
    case AST_NODE_TYPES.NewExpression: {
      const [path, base] = inner.arguments;
      const isUrl = inner.callee.type === AST_NODE_TYPES.Identifier && inner.callee.name === 'URL';
      if (!isUrl || path === undefined || base === undefined || !isMeta(base, 'url')) return null;
      return inFolder(scene, inner, evaluate(scene, path));
    }
    case AST_NODE_TYPES.MemberExpression:
      return /^(?:href|pathname)$/.test(plainKey(inner.property, inner.computed) ?? '')
        ? pathOf(scene, inner.object)
        : null;
    case AST_NODE_TYPES.TemplateLiteral: {
      const only = onlyExpression(inner);
      return only === null ? null : pathOf(scene, only);
    }
    case AST_NODE_TYPES.CallExpression:
      return pathOfCall(scene, inner);
    default:
      return null;
  }
}

function pathOfCall(scene: Scene, node: TSESTree.CallExpression): Possible | null {
  const [first] = node.arguments;
  const callee = unwrap(node.callee);
  const name = calledName(node);
  if (name === 'toString' && callee.type === AST_NODE_TYPES.MemberExpression) return pathOf(scene, callee.object);
  if (first === undefined) return null;
  if (name === 'String' || name === 'fileURLToPath' || name === 'pathToFileURL') return pathOf(scene, first);
  // What it answers is what is asked of it, found already.
  if (name !== 'resolve' || callee.type !== AST_NODE_TYPES.MemberExpression) return null;
  const isResolver =
    isMeta(callee, 'resolve') ||
    evaluate(scene, callee).values.some((value) => value.kind === 'builtin' && value.name === 'require.resolve');
  return isResolver ? specifierOf(scene, first) : null;
}

/** What a constant begins with; null for a variable of another kind. */
function constantOf({ module }: Scene, node: Node): Node | null {
  const variable = variableOf(module, node);
  const [definition, ...more] = variable?.defs ?? [];
  if (definition?.node.type !== AST_NODE_TYPES.VariableDeclarator || more.length > 0) return null;
  const declaration = parentOf(module, definition.node);
  const isConstant = declaration?.type === AST_NODE_TYPES.VariableDeclaration && declaration.kind === 'const';
  return isConstant && definition.node.id.type === AST_NODE_TYPES.Identifier ? definition.node.init : null;
}

function inFolder(scene: Scene, node: Node, paths: Possible): Possible {
  const place = placeOf(scene.module, node);
  const folder = dirname(scene.module.file);
  return flatMap(paths, (path) =>
    path.kind === 'primitive'
      ? known({ kind: 'primitive', value: join(folder, String(path.value)), place })
      : unknown(),
  );
}

/** The part of a path that stands behind `__dirname`; null where it does not begin with it. */
function belowFolder(scene: Scene, node: Node): Possible | null {
  switch (node.type) {
    case AST_NODE_TYPES.TemplateLiteral: {
      const [head] = node.quasis;
      const [first, second] = node.expressions;
      const tail = node.quasis[1]?.value.cooked;
      if (head?.value.cooked !== '' || first === undefined || second !== undefined || tail == null) return null;
      return isFolder(first) ? textOf(scene, node, tail) : null;
    }
    case AST_NODE_TYPES.BinaryExpression:
      return node.operator === '+' && isFolder(node.left) ? evaluate(scene, node.right) : null;
    case AST_NODE_TYPES.CallExpression: {
      const [first, second, third] = node.arguments;
      if (first === undefined || second === undefined || third !== undefined || !isFolder(first)) return null;
      const isPath = evaluate(scene, node.callee).values.some(
        (value) => value.kind === 'builtin' && /^node:path\.(?:default\.|posix\.)?(?:join|resolve)$/.test(value.name),
      );
      return isPath ? evaluate(scene, second) : null;
    }
    default:
      return null;
  }
}

function isFolder(node: Node): boolean {
  return (node.type === AST_NODE_TYPES.Identifier && node.name === '__dirname') || isMeta(node, 'dirname');
}

/** `import.meta.url` */
function isMeta(node: Node, key: string): boolean {
  return (
    node.type === AST_NODE_TYPES.MemberExpression &&
    node.object.type === AST_NODE_TYPES.MetaProperty &&
    plainKey(node.property, node.computed) === key
  );
}

function textOf(scene: Scene, node: Node, text: string): Possible {
  return known({ kind: 'primitive', value: text, place: placeOf(scene.module, node) });
}
