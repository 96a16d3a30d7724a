import { dirname, join } from 'node:path';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { unwrap } from '../text/tree.ts';
import { flatMap, known, unknown, type Possible } from '../evaluate/value.ts';

/** What a `require` asks for, where it is put together: `path.join(__dirname, 'router')`, `${__dirname}/router`. */
export function specifierOf(scene: Scene, node: Node, value: Possible): Possible {
  const below = belowFolder(scene, unwrap(node));
  if (below === null) return value;
  const place = placeOf(scene.module, node);
  const folder = dirname(scene.module.file);
  return flatMap(below, (path) =>
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
  return node.type === AST_NODE_TYPES.Identifier && node.name === '__dirname';
}

function textOf(scene: Scene, node: Node, text: string): Possible {
  return known({ kind: 'primitive', value: text, place: placeOf(scene.module, node) });
}
