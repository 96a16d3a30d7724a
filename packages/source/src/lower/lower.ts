import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { argumentsOf } from '../call/call-arguments.ts';
import { callsAt } from '../call/calls.ts';
import { erasedSites, type ErasedSite } from './erased-site.ts';
import { evaluate, type Scene } from '../evaluate/evaluate.ts';
import { faultOf, valueCall, type LowerFault } from './lower-fault.ts';
import { isNamedRouter, looksLikeRouter } from './lower-callee.ts';
import { mayHoldErasedCall } from './lower-guard.ts';
import { isGap, withScopes, type Module, type Node } from '../text/parse.ts';
import { asking, type Session } from '../session.ts';
import { fileOf, parsedOf, textOf, type SourceInput } from '../text/source-input.ts';
import type { Possible, Value } from '../evaluate/value.ts';
import { valueFormOf, type ValueForm } from './value-form.ts';

/** A text in which the erased calls of routers are real. */
export interface Lowered {
  /** As long as the text that was given, with every line break where it was. */
  readonly text: string;
  /** How many calls were lowered. */
  readonly calls: number;
  /** What cannot be lowered, in the order of the text: none of it may be left alone. */
  readonly faults: readonly LowerFault[];
}

/**
 * Lowers a file. `begin` opens a question about it.
 *
 * Errors: none; where a text that may hold an erased call cannot be read, that is its fault.
 */
export function lower(source: SourceInput, begin: (module: Module) => Session): Lowered {
  const text = textOf(source);
  if (typeof text !== 'string') return { text: '', calls: 0, faults: [unread(source, text.reason, text)] };
  const same: Lowered = { text, calls: 0, faults: [] };
  if (!mayHoldErasedCall(text)) return same;
  try {
    const parsed = parsedOf(source);
    const sites = isGap(parsed) ? [] : erasedSites(parsed.tree);
    if (!isGap(parsed) && sites.length === 0) return same;
    const module = isGap(parsed) ? parsed : withScopes(parsed);
    // JavaScript has no type arguments; its `a < b > (c)` is the host's business where it cannot be read.
    if (isGap(module))
      return isTyped(fileOf(source)) ? { ...same, faults: [unread(source, module.reason, module)] } : same;
    const { forms, faults } = lowerings({ session: begin(module), module }, sites);
    const mark = text.slice(0, text.length - module.text.length);
    return { text: mark + withForms(module.text, forms), calls: forms.length, faults };
  } catch (error) {
    const reason = `cannot be analysed: ${error instanceof Error ? error.message : 'unknown error'}`;
    return { ...same, faults: [unread(source, reason)] };
  }
}

function isTyped(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file);
}

function unread(source: SourceInput, reason: string, { line, column } = { line: 1, column: 1 }): LowerFault {
  const place = { file: fileOf(source), line, column, range: [0, 0] } as const;
  return { reason: `the file ${reason}`, mend: 'mend it, or write its tasks as values', place };
}

/** What there is to lower in a file. */
export interface Lowering {
  readonly forms: readonly ValueForm[];
  readonly faults: readonly LowerFault[];
}

/** Every erased call of a router among these places: its value form, or why it has none. */
export function lowerings(scene: Scene, sites: readonly ErasedSite[]): Lowering {
  const forms: ValueForm[] = [];
  const faults: LowerFault[] = [];
  for (const site of sites) {
    const found = asking(scene.session, true, () =>
      site.kind === 'call' ? lowerCall(scene, site.node, site.types) : storedFault(scene, site.node),
    );
    if (found === null) continue;
    if ('reason' in found) faults.push(found);
    else forms.push(found);
  }
  return { forms, faults };
}

/** The text with the value forms in it. */
function withForms(text: string, forms: readonly ValueForm[]): string {
  let written = '';
  for (const form of [...forms].sort((one, other) => one.range[0] - other.range[0]))
    written += text.slice(written.length, form.range[0]) + form.text;
  return written + text.slice(written.length);
}

function lowerCall(
  scene: Scene,
  node: TSESTree.CallExpression,
  types: TSESTree.TSTypeParameterInstantiation,
): ValueForm | LowerFault | null {
  const [given] = node.arguments;
  const callee = evaluate(scene, node.callee);
  const fault = (reason: string): LowerFault =>
    faultOf(scene, node, reason, `write ${valueCall(scene, node.callee, types, given)}`);
  const isRouter = isFound(callee);
  if (!isRouter && !looksLikeRouter(scene, node, types, callee)) return null;
  // What is handed in is looked at last: it may come from anywhere.
  if (given !== undefined && !mayStandForTask(scene, node, given, isRouter)) return null;
  const calls = isRouter ? callsAt(scene, node) : [];
  const [call] = calls;
  if (call === undefined) return isRouter ? null : fault("a call that looks like a router's cannot be followed to one");
  const name = call.callee;
  const wrapper = calls.find((each) => each.wrapper);
  // What the type argument of a wrapper means is its own business, unless it is a text.
  if (wrapper !== undefined)
    return wrapper.form === 'erased' && wrapper.task.values.length > 0
      ? fault(`${wrapper.callee} is a wrapper, which has no erased form`)
      : null;
  if (given?.type === AST_NODE_TYPES.SpreadElement)
    return fault(`a call of ${name} with arguments that are spread has no erased form`);
  if (given !== undefined) return fault(`a call of ${name} with options has no erased form`);
  if (isMixed(callee)) return fault(`${name} may be another function here`);
  const form = valueFormOf(scene, node, types);
  return 'reason' in form ? fault(`the task of ${name} ${form.reason}`) : form;
}

/** Whether a router's function is among what a callee can be; a module may be one as a whole. */
function isFound({ values }: Possible): boolean {
  return values.some((value) => value.kind === 'callee' || value.kind === 'module');
}

/** Whether something else than a text stands where the task should. */
function mayStandForTask(scene: Scene, node: TSESTree.CallExpression, given: Node, isRouter: boolean): boolean {
  if (given.type !== AST_NODE_TYPES.SpreadElement) return isOptions(scene, given);
  // What another function is handed by a list is not looked into.
  if (!isRouter && !isNamedRouter(node.callee)) return false;
  const [first] = asking(scene.session, false, () => argumentsOf(scene, node.arguments)).items;
  return first === undefined || first.possible.gaps.length > 0 || !first.possible.values.every(isText);
}

function isText(value: Value): boolean {
  return value.kind === 'primitive' && typeof value.value === 'string';
}

/** Whether what stands where the task should is no text: `pick<'x'>({ override: 'opus' })`. */
function isOptions(scene: Scene, given: Node): boolean {
  if (given.type === AST_NODE_TYPES.ObjectExpression) return true;
  const { values, gaps } = asking(scene.session, false, () => evaluate(scene, given));
  return values.length > 0 && values.every((value) => value.kind === 'object') && gaps.length === 0;
}

/** Whether something else is known that the callee can be. */
function isMixed({ values }: Possible): boolean {
  return values.some(
    (value) =>
      value.kind !== 'callee' && value.kind !== 'module' && !(value.kind === 'primitive' && value.value == null),
  );
}

/** `const pick = routeModel<'x'>`: whoever calls it gives no task. */
function storedFault(scene: Scene, node: TSESTree.TSInstantiationExpression): LowerFault | null {
  const callee = evaluate(scene, node.expression).values.find((value) => value.kind === 'callee');
  if (callee === undefined) return null;
  const reason = `${callee.name} is stored with its type argument, and called without a task`;
  return faultOf(scene, node, reason, `write () => ${valueCall(scene, node.expression, node.typeArguments)}`);
}
