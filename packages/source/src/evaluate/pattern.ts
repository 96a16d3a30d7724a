import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { evaluate, type Scene } from './evaluate.ts';
import { elementsOf, memberOf } from './member.ts';
import { placeOf, type Node } from '../text/parse.ts';
import { restOf, tailOf } from './rest.ts';
import { readMember } from './settled.ts';
import { plainKey } from '../text/tree.ts';
import { flatMap, only, union, unknown, type Possible, type Value } from './value.ts';
import { gap } from './evaluate.ts';

/** What one name of a pattern is bound to, when the pattern takes a value apart; null where the name is not in it. */
export function bindingOf(scene: Scene, pattern: Node, name: Node, source: Possible): Possible | null {
  if (pattern === name) return source;
  switch (pattern.type) {
    case AST_NODE_TYPES.AssignmentPattern:
      return holds(pattern.left, name)
        ? bindingOf(scene, pattern.left, name, withDefault(scene, source, pattern.right))
        : null;
    case AST_NODE_TYPES.ObjectPattern:
      for (const property of pattern.properties) {
        if (property.type === AST_NODE_TYPES.RestElement) {
          if (property.argument === name) return restOf(scene, pattern, property, source);
        } else if (holds(property.value, name)) {
          return bindingOf(scene, property.value, name, propertyOf(scene, source, property.key, property.computed));
        }
      }
      return null;
    case AST_NODE_TYPES.ArrayPattern:
      for (const [index, element] of pattern.elements.entries()) {
        if (element === null || !holds(element, name)) continue;
        if (element.type === AST_NODE_TYPES.RestElement)
          return bindingOf(scene, element.argument, name, tailOf(scene, element, index, source));
        const place = placeOf(scene.module, element);
        return bindingOf(
          scene,
          element,
          name,
          flatMap(source, (value) => memberOf(scene, value, String(index), place)),
        );
      }
      return null;
    case AST_NODE_TYPES.TSParameterProperty:
      return bindingOf(scene, pattern.parameter, name, source);
    case AST_NODE_TYPES.RestElement:
      return holds(pattern.argument, name) ? bindingOf(scene, pattern.argument, name, source) : null;
    default:
      return null;
  }
}

export function holds(pattern: Node, name: Node): boolean {
  return pattern.range[0] <= name.range[0] && name.range[1] <= pattern.range[1];
}

function propertyOf(scene: Scene, source: Possible, key: Node, computed: boolean): Possible {
  const place = placeOf(scene.module, key);
  const plain = plainKey(key, computed);
  if (plain !== null) return flatMap(source, (value) => readMember(scene, value, plain, place));
  const one = only(evaluate(scene, key));
  if (one?.kind === 'primitive') return flatMap(source, (value) => memberOf(scene, value, String(one.value), place));
  return flatMap(source, (value) => elementsOf(scene, value, place) ?? gap(scene, key, 'is a computed property'));
}

function withDefault(scene: Scene, source: Possible, fallback: Node): Possible {
  return isMissing(source) ? orDefault(source, evaluate(scene, fallback)) : source;
}

function isMissing({ values, gaps }: Possible): boolean {
  return gaps.length > 0 || values.some(isUndefined);
}

function isUndefined(value: Value): boolean {
  return value.kind === 'primitive' && value.value === undefined;
}

/** What something is where a default stands for what is undefined. */
export function orDefault(source: Possible, fallback: Possible | null | undefined): Possible {
  if (fallback == null || !isMissing(source)) return source;
  const given = source.values.filter((value) => !isUndefined(value));
  return union({ values: given, gaps: source.gaps }, fallback, unknown());
}
