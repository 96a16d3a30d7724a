import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { arrivedAt, isOwn } from './arrived.ts';
import { builtEnum } from './enums.ts';
import { evaluateVariable } from './evaluate-variable.ts';
import { gap, primitive, type Scene } from './evaluate.ts';
import { isFunction } from './evaluate-function.ts';
import { annotatedType, passedAs } from './evaluate-parameter.ts';
import { refinedBy } from './facts.ts';
import { bindingOf, holds } from './pattern.ts';
import { sourceOf, withoutPlaceholder, written } from './written.ts';
import type { Node } from '../text/parse.ts';
import { doNotKeep } from '../session.ts';
import { isDefinedAs } from '../text/tree.ts';
import { union, unknown, known, type Possible } from './value.ts';

/** Past this many, a variable is taken for all that is ever written to it. */
const MOST_WRITES = 50;

/**
 * What a variable that is written more than once is where it is read: what each write gives that may be the last one before the
 * place, as far as the conditions since then let it pass. Null where that is not found.
 */
export function reaching(scene: Scene, node: Node, variable: Variable): Possible | null {
  const arrivals = arrivedAt(scene.module, variable, node);
  if (arrivals === null || arrivals.size > MOST_WRITES || isFilled(scene, variable)) return null;
  const parts: Possible[] = [];
  for (const [name, facts] of arrivals) {
    const given = name === null ? valueBefore(scene, node, variable) : valueOfName(scene, variable, name);
    parts.push(facts.reduce((left, fact) => refinedBy(scene, variable, left, fact), given));
  }
  const names = [...arrivals.keys()].filter((name) => name !== null);
  return withoutPlaceholder(scene, variable, names, union(unknown(), ...parts));
}

/** An enum as compilers write it is what all of its parts make it. */
function isFilled(scene: Scene, variable: Variable): boolean {
  return variable.defs.some(
    ({ node }) => node.type === AST_NODE_TYPES.VariableDeclarator && builtEnum(scene, variable, node) !== null,
  );
}

/** What a variable is where its function begins. */
function valueBefore(scene: Scene, node: Node, variable: Variable): Possible {
  const [definition] = variable.defs;
  if (definition === undefined || !isOwn(scene.module, variable, node)) return evaluateVariable(scene, variable, node);
  if (isDefinedAs(definition, 'Variable')) return known(primitive(scene, node, undefined));
  const { node: owner, name } = definition;
  if (!isDefinedAs(definition, 'Parameter') || !isFunction(owner)) return evaluateVariable(scene, variable, node);
  return (
    scene.bound?.get(variable) ?? once(scene, variable, variable, node, () => passedAs(scene, variable, name, owner))
  );
}

/** What is written where a name stands. */
function valueOfName(scene: Scene, variable: Variable, name: Node): Possible {
  const given = once(scene, variable, name, name, () => writtenAt(scene, variable, name));
  if (given.gaps.length === 0) return given;
  // The compiler holds an annotated variable to its type: a closed one is complete.
  const type = annotatedType(scene, variable);
  if (type === null || type.values.length === 0) return given;
  return type.gaps.length === 0 ? type : union(given, { values: type.values, gaps: [] });
}

function writtenAt(scene: Scene, variable: Variable, name: Node): Possible {
  for (const { node } of variable.defs) {
    if (node.type !== AST_NODE_TYPES.VariableDeclarator || !holds(node.id, name)) continue;
    const source = sourceOf(scene, node);
    if (source === null) return known(primitive(scene, node, undefined));
    return bindingOf(scene, node.id, name, source) ?? gap(scene, name, 'is changed at run time');
  }
  const reference = variable.references.find(({ identifier }) => identifier === name);
  return reference === undefined ? gap(scene, name, 'is changed at run time') : written(scene, reference);
}

/** Works out what may be made from itself. */
function once(scene: Scene, variable: Variable, key: object, at: Node, ask: () => Possible): Possible {
  const { session } = scene;
  if (session.active.has(key)) {
    doNotKeep(session);
    return gap(scene, at, `is made from itself (${variable.name})`);
  }
  session.active.add(key);
  try {
    return ask();
  } finally {
    session.active.delete(key);
  }
}
