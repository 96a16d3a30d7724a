import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { keysOf, memberOf } from '../evaluate/member.ts';
import { only, type Value } from '../evaluate/value.ts';
import { nearestExport } from '../module/misspelt-imports.ts';
import { gapAt, type Gap } from '../text/gap.ts';
import { nearest } from '../text/nearest.ts';
import { placeOf, type Node } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { parentOf, plainKey } from '../text/tree.ts';
import { asking } from '../session.ts';

/** Members that are asked of a router, or of what holds its functions, which it does not have, and has one by a name near by. */
export function misspeltMembers(scene: Scene, nodes: readonly Node[]): readonly Gap[] {
  return asking(scene.session, true, () =>
    nodes.flatMap((node) =>
      membersReadAt(scene, node).flatMap(({ object, key, at }) => {
        const value = only(evaluate(scene, object));
        const place = placeOf(scene.module, at);
        const near = value === undefined ? null : nearestMember(scene, value, key, place);
        return near === null ? [] : gapAt(place, `asks for ${key}, which is not there (did you mean ${near}?)`);
      }),
    ),
  );
}

interface MemberRead {
  readonly object: Node;
  readonly key: string;
  readonly at: Node;
}

function membersReadAt({ module }: Scene, node: Node): readonly MemberRead[] {
  if (node.type === AST_NODE_TYPES.MemberExpression) {
    const key = plainKey(node.property, node.computed);
    const parent = parentOf(module, node);
    const isWritten = parent?.type === AST_NODE_TYPES.AssignmentExpression && parent.left === node;
    return key === null || isWritten ? [] : [{ object: node.object, key, at: node.property }];
  }
  if (node.type !== AST_NODE_TYPES.VariableDeclarator || node.init === null) return [];
  const { id, init: object } = node;
  if (id.type !== AST_NODE_TYPES.ObjectPattern) return [];
  return id.properties.flatMap((each) => {
    const key = each.type === AST_NODE_TYPES.Property ? plainKey(each.key, each.computed) : null;
    return key === null ? [] : { object, key, at: each };
  });
}

function nearestMember(scene: Scene, value: Value, key: string, place: Place): string | null {
  if (value.kind === 'module') return nearestExport(scene.session, value.file, key);
  const isPlain = value.kind === 'object' && value.instance !== true && value.typed !== true;
  if (!isPlain && !(value.kind === 'router' && !value.router.declared)) return null;
  const own = only(memberOf(scene, value, key, place));
  if (own?.kind !== 'primitive' || own.value !== undefined) return null;
  const keys = keysOf(scene, value, place);
  if (keys === null || keys.gaps.length > 0) return null;
  const names = keys.values.flatMap((each) => (each.kind === 'primitive' ? String(each.value) : []));
  const leading = names.filter((name) =>
    memberOf(scene, value, name, place).values.some(({ kind }) => kind === 'callee'),
  );
  return nearest(key, leading);
}
