import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { evaluate, gap, primitive, type Scene } from '../evaluate/evaluate.ts';
import { evaluateVariable } from '../evaluate/evaluate-variable.ts';
import { layOut } from '../evaluate/lines.ts';
import { memberOf } from '../evaluate/member.ts';
import { flatMap, known, unknown, type ObjectItem, type Possible } from '../evaluate/value.ts';
import { placeOf, type Module, type Node } from '../text/parse.ts';
import { parentOf, variableOf } from '../text/tree.ts';
import type { Arguments } from './call-arguments.ts';

/** What `<Ask />` stands for: the component, where it is one of the text's own names. */
export function componentOf(scene: Scene, name: TSESTree.JSXTagNameExpression): Possible {
  switch (name.type) {
    case AST_NODE_TYPES.JSXIdentifier: {
      // The small names are the platform's.
      const variable = /^[a-z]/.test(name.name) ? null : variableNamed(scene.module, name);
      return variable === null ? unknown() : evaluateVariable(scene, variable, name);
    }
    case AST_NODE_TYPES.JSXMemberExpression: {
      const place = placeOf(scene.module, name.property);
      return flatMap(holderOf(scene, name.object), (value) => memberOf(scene, value, name.property.name, place));
    }
    default:
      return unknown();
  }
}

/** `models` of `<models.Ask />` may have a small name. */
function holderOf(scene: Scene, name: TSESTree.JSXTagNameExpression): Possible {
  if (name.type !== AST_NODE_TYPES.JSXIdentifier) return componentOf(scene, name);
  const variable = variableNamed(scene.module, name);
  return variable === null ? unknown() : evaluateVariable(scene, variable, name);
}

/** The variable of a component's name: not every host takes that for a reference. */
function variableNamed(module: Module, node: TSESTree.JSXIdentifier): Variable | null {
  const read = variableOf(module, node);
  if (read !== undefined) return read;
  for (let outer: Node | undefined = node; outer !== undefined; outer = parentOf(module, outer)) {
    const found = module.scopes.acquire(outer, true)?.set.get(node.name);
    if (found !== undefined && found.defs.length > 0) return found;
  }
  return null;
}

/** What a component is called with: its attributes as one object. */
export function attributesOf(scene: Scene, node: TSESTree.JSXOpeningElement): Arguments {
  const place = placeOf(scene.module, node);
  const items = node.attributes.flatMap((attribute): ObjectItem | readonly ObjectItem[] => {
    const at = placeOf(scene.module, attribute);
    if (attribute.type === AST_NODE_TYPES.JSXSpreadAttribute)
      return { key: null, value: evaluate(scene, attribute.argument), place: at };
    if (attribute.name.type !== AST_NODE_TYPES.JSXIdentifier) return [];
    return { key: attribute.name.name, value: valueOf(scene, attribute), place: at };
  });
  return { items: [{ possible: known({ kind: 'object', ...layOut(items), place }), node }], open: null };
}

function valueOf(scene: Scene, { name, value }: TSESTree.JSXAttribute): Possible {
  if (value === null) return known(primitive(scene, name, true));
  if (value.type !== AST_NODE_TYPES.JSXExpressionContainer) return evaluate(scene, value);
  return value.expression.type === AST_NODE_TYPES.JSXEmptyExpression
    ? gap(scene, value, 'is not given')
    : evaluate(scene, value.expression);
}
