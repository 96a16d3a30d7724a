import type { Variable } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES } from '@typescript-eslint/types';
import { arrive, type Arrivals } from './arrivals.ts';
import { isFunction } from './evaluate-function.ts';
import { isTooLong, type Flow } from './flow.ts';
import { afterExpression } from './flow-expression.ts';
import { afterStatements } from './flow-statement.ts';
import { holds } from './pattern.ts';
import { kept } from '../text/kept.ts';
import type { Module, Node } from '../text/parse.ts';
import { parentOf } from '../text/tree.ts';

/** What was found of one variable, by the function that was walked. */
const walked = kept((_variable: Variable) => new Map<Node, Flow['reads'] | null>());

/** What may have given a variable its value where a node reads it; null where that is not found. */
export function arrivedAt(module: Module, variable: Variable, node: Node): Arrivals {
  const owner = ownerOf(module, node);
  const flows = walked(variable);
  let reads = flows.get(owner);
  if (reads === undefined) {
    // A function that is made in what it is made from is none.
    flows.set(owner, null);
    reads = walk(module, variable, owner);
    flows.set(owner, reads);
  }
  return reads?.get(node) ?? null;
}

/** Whether a variable is one of the function's own that is walked: else it is all that is ever written to it, before. */
export function isOwn(module: Module, variable: Variable, node: Node): boolean {
  return declarerOf(module, variable) === ownerOf(module, node);
}

function walk(module: Module, variable: Variable, owner: Node): Flow['reads'] | null {
  const writes = variable.references.filter((reference) => reference.isWrite());
  const isFirst = (name: Node): boolean => writes.some((each) => each.identifier === name && each.init === true);
  const names = writes.map(({ identifier }) => identifier);
  const isItsOwn = declarerOf(module, variable) === owner;
  const flow: Flow = {
    module,
    variable,
    names: new Set<Node>([...names, ...variable.defs.map(({ name }) => name)]),
    asked: new Set<Node>(variable.references.map(({ identifier }) => identifier)),
    offsets: [
      ...names,
      ...variable.references.map(({ identifier }) => identifier),
      ...variable.defs.map(({ name }) => name),
    ]
      .map(({ range: [start] }) => start)
      .sort((one, other) => one - other),
    // What is written where a variable is declared is done before any other function sees it. A variable that is not the function's
    // own may be written by another run of it.
    foreign: names.filter(
      (name) => (!isItsOwn || ownerOf(module, name) !== owner) && (isVar(variable) || !isFirst(name)),
    ),
    reads: new Map(),
    targets: [],
    guards: [],
    labels: [],
    steps: 0,
  };
  const before = beforeOwner(module, variable, owner);
  if (owner.type === AST_NODE_TYPES.Program) afterStatements(flow, owner.body, before);
  else if (!isFunction(owner) || owner.body == null) return null;
  else {
    const params = owner.params.reduce((arrivals, each) => afterExpression(flow, each, arrivals), before);
    if (owner.body.type === AST_NODE_TYPES.BlockStatement) afterStatements(flow, owner.body.body, params);
    else afterExpression(flow, owner.body, params);
  }
  return isTooLong(flow) ? null : flow.reads;
}

/** What has arrived at a function's first statement. */
function beforeOwner(module: Module, variable: Variable, owner: Node): Arrivals {
  const declarer = declarerOf(module, variable);
  if (owner === declarer || owner.type === AST_NODE_TYPES.FunctionDeclaration) return arrive(null);
  const isEarlier = variable.references.every((reference) => {
    const { identifier } = reference;
    if (!reference.isWrite()) return true;
    return identifier.range[1] <= owner.range[0] && ownerOf(module, identifier) === declarer;
  });
  if (!isEarlier || isTurned(module, variable, owner)) return arrive(null);
  return arrivedAt(module, variable, owner) ?? arrive(null);
}

/** Whether a loop may write a variable again after a function was made in it. */
function isTurned(module: Module, variable: Variable, owner: Node): boolean {
  for (let outer = parentOf(module, owner); outer !== undefined; outer = parentOf(module, outer)) {
    if (!/^(?:For|While|DoWhile)/.test(outer.type)) continue;
    const loop = outer;
    if (!isVar(variable) && variable.defs.every(({ name }) => holds(loop, name))) return false;
    if (variable.references.some((each) => each.isWrite() && holds(loop, each.identifier))) return true;
  }
  return false;
}

function isVar(variable: Variable): boolean {
  return variable.defs.some(
    ({ parent }) => parent?.type === AST_NODE_TYPES.VariableDeclaration && parent.kind === 'var',
  );
}

/** The function whose own a variable is. */
function declarerOf(module: Module, variable: Variable): Node {
  const { block } = variable.scope;
  return isFunction(block) ? block : ownerOf(module, block);
}

/** What is run apart from what stands around it: a function, a class, a namespace, or the module. */
function ownerOf(module: Module, node: Node): Node {
  let inner: Node = node;
  for (let outer = parentOf(module, node); outer !== undefined; outer = parentOf(module, outer)) {
    if (isFunction(outer) || outer.type === AST_NODE_TYPES.ClassBody || outer.type === AST_NODE_TYPES.TSModuleBlock)
      return outer;
    inner = outer;
  }
  return inner;
}
