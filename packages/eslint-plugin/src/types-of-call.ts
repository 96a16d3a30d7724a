import type { CallOptions, FileReport, KnownValue, Project, RouterCall, Values } from '@taskroute/source';
import type { ParserServicesWithTypeInformation, TSESTree } from '@typescript-eslint/utils';
import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';
import type { Node as TypeScriptNode, Type, TypeChecker } from 'typescript';
import { callsByType } from './calls-by-type.ts';
import { isNode } from './is-node.ts';

/** What types add to what source found: closed unions of texts, and routers that no import leads to. */
export function withTypes(
  sourceCode: Readonly<SourceCode>,
  project: Project,
  file: string,
  report: FileReport,
): FileReport {
  const services = sourceCode.parserServices as Partial<ParserServicesWithTypeInformation> | undefined;
  // oxlint has no services; a parser without a project has no program.
  if (services?.program == null) return report;
  const typed = createTyped(services as ParserServicesWithTypeInformation, file);
  const calls = report.calls.map((call) => narrowed(typed, call));
  const more = callsByType(typed, file, sourceCode, project, calls);
  return { ...report, calls: [...calls, ...more.calls], findings: [...report.findings, ...more.findings] };
}

/** The questions that are put to the compiler. */
export interface Typed {
  readonly services: ParserServicesWithTypeInformation;
  readonly checker: TypeChecker;
  readonly typeOf: (node: TSESTree.Node) => Type | null;
  /** The texts that an expression, or a property of it, can be; null where its type allows more than can be listed. */
  readonly textsOf: (node: TSESTree.Node, property?: string) => Texts | null;
  /** The texts that the declaration of a variable or a property allows, whatever conditions stand around the place. */
  readonly textsDeclaredFor: (node: TSESTree.Node) => Texts | 'any' | null;
  readonly valuesAt: (node: TSESTree.Node, texts: Texts) => readonly KnownValue[];
}

type Texts = readonly (string | undefined)[];

function createTyped(services: ParserServicesWithTypeInformation, file: string): Typed {
  const checker = services.program.getTypeChecker();

  const typeOf = (node: TSESTree.Node): Type | null => {
    // A host's node that TypeScript's tree has no equal of is not in the map, whatever its type says.
    const found = services.esTreeNodeToTSNodeMap.get(node) as TypeScriptNode | undefined;
    return found === undefined ? null : checker.getTypeAtLocation(found);
  };
  const declaredTypeOf = (node: TSESTree.Node): Type | null => {
    const found = services.esTreeNodeToTSNodeMap.get(node) as TypeScriptNode | undefined;
    const symbol = found === undefined ? undefined : checker.getSymbolAtLocation(found);
    return symbol === undefined ? null : checker.getTypeOfSymbol(symbol);
  };
  // Compared as flags, since an unresolved name has an `any` of its own; read from the compiler, since their numbers change.
  const open = new Set([checker.getAnyType(), checker.getUnknownType()].map(({ flags }) => flags));
  const isOpen = ({ flags }: Type): boolean => open.has(flags);
  const textsOfType = (type: Type): Texts | null => {
    const whole = checker.getBaseConstraintOfType(type) ?? type;
    // What can be nothing at all is a set too: an empty one.
    if (whole.flags === checker.getNeverType().flags) return [];
    const texts = (whole.isUnion() ? whole.types : [whole]).map((part) => {
      if (part === checker.getUndefinedType()) return undefined;
      // A branded text is one all the same.
      const text = part.isIntersection() ? part.types.find((each) => each.isStringLiteral()) : part;
      return text?.isStringLiteral() === true ? text.value : null;
    });
    return texts.every((text) => text !== null) ? texts : null;
  };
  const textsOfProperty = (type: Type, name: string): Texts | null => {
    const whole = checker.getBaseConstraintOfType(type) ?? type;
    const texts = (whole.isUnion() ? whole.types : [whole]).map((part) => {
      // A part that may have any property, or is none of what can be told, may have this one.
      if (isOpen(part) || checker.getIndexInfosOfType(part).length > 0) return null;
      const symbol = part.getProperty(name);
      return symbol === undefined ? [undefined] : textsOfType(checker.getTypeOfSymbol(symbol));
    });
    return texts.includes(null) ? null : [...new Set(texts.flatMap((each) => each ?? []))];
  };

  return {
    services,
    checker,
    typeOf,
    textsOf: (node, property) => {
      const type = typeOf(withoutAssertion(node));
      if (type === null) return null;
      return property === undefined ? textsOfType(type) : textsOfProperty(type, property);
    },
    textsDeclaredFor: (node) => {
      if (!isNode(node, 'MemberExpression') || node.computed || !isNode(node.property, 'Identifier')) {
        const type = declaredTypeOf(node);
        return type === null ? null : (textsOfType(type) ?? 'any');
      }
      // The property of a narrowed object is a narrowed one.
      const object = declaredTypeOf(node.object) ?? typeOf(node.object);
      return object === null ? null : (textsOfProperty(object, node.property.name) ?? 'any');
    },
    valuesAt: (node, texts) => {
      const { line, column } = node.loc.start;
      const place = { file, line, column: column + 1, range: node.range } as const;
      return texts.flatMap((value) => (value === undefined ? [] : { value, node, place }));
    },
  };
}

/** `row.task as Task` is what somebody hopes: what can be told is the type of `row.task`. */
function withoutAssertion(node: TSESTree.Node): TSESTree.Node {
  const isAssertion = isNode(node, 'TSAsExpression') || isNode(node, 'TSTypeAssertion');
  return isAssertion && !isConst(node.typeAnnotation) ? withoutAssertion(node.expression) : node;
}

function isConst(type: TSESTree.TypeNode): boolean {
  return isNode(type, 'TSTypeReference') && isNode(type.typeName, 'Identifier') && type.typeName.name === 'const';
}

/** What source could not close, closed by the type. */
function narrowed(typed: Typed, call: RouterCall): RouterCall {
  // The task of a declared function's own body comes from callers.
  if (call.within !== null) return call;
  const { task, options, node } = call;
  const open = !task.complete && task.node !== node;
  return {
    ...call,
    task: withinType(typed, open ? closedBy(typed, task, typed.textsOf(task.node)) : task),
    options:
      options.complete || options.node === null
        ? options
        : { ...(optionsAt(typed, options.node) ?? options), unknownKeys: options.unknownKeys },
  };
}

function closedBy(typed: Typed, of: Values, texts: Texts | null): Values {
  if (texts === null || texts.includes(undefined)) return of;
  const known = new Set(of.values.map(({ value }) => value));
  const more = typed.valuesAt(
    of.node,
    texts.filter((text) => text === undefined || !known.has(text)),
  );
  return { node: of.node, values: [...of.values, ...more], complete: true, reason: null, gaps: [] };
}

/** The known values without those that a condition has ruled out, which the compiler follows further than source does. */
function withinType(typed: Typed, task: Values): Values {
  const leaves = leavesOf(task.node).map((leaf) => ({
    left: typed.textsOf(leaf),
    declared: isNode(leaf, 'Identifier') || isNode(leaf, 'MemberExpression') ? typed.textsDeclaredFor(leaf) : null,
  }));
  if (task.values.length === 0 || leaves.some(({ left }) => left === null)) return task;
  const isRuledOut = ({ value }: KnownValue): boolean =>
    leaves.every(({ left }) => left?.includes(value) === false) &&
    // A value that no declaration allows got there by an assertion: then it is the type that is wrong.
    leaves.some(({ declared }) => declared === 'any' || declared?.includes(value) === true);
  return { ...task, values: task.values.filter((value) => !isRuledOut(value)) };
}

/** The expressions of which one gives the value. */
function leavesOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  const inner = withoutAssertion(node);
  if (isNode(inner, 'ConditionalExpression')) return [inner.consequent, inner.alternate].flatMap(leavesOf);
  if (isNode(inner, 'LogicalExpression')) return [inner.left, inner.right].flatMap(leavesOf);
  return isNode(inner, 'TSNonNullExpression') || isNode(inner, 'TSSatisfiesExpression')
    ? leavesOf(inner.expression)
    : [inner];
}

/** The options that an expression's type allows; null where they are more than can be listed. */
export function optionsAt(typed: Typed, node: TSESTree.Node): CallOptions | null {
  const [override, atLeast, atMost] = (['override', 'atLeast', 'atMost'] as const).map((name) =>
    typed.textsOf(node, name),
  );
  if (override == null || atLeast == null || atMost == null) return null;
  const valuesOf = (texts: Texts): Values | null => {
    const values = typed.valuesAt(node, texts);
    return values.length === 0 ? null : { node, values, complete: true, reason: null, gaps: [] };
  };
  const choices = override.flatMap((one) =>
    atLeast.flatMap((floor) => atMost.map((ceiling) => ({ override: one, atLeast: floor, atMost: ceiling }))),
  );
  return {
    node,
    override: valuesOf(override),
    atLeast: valuesOf(atLeast),
    atMost: valuesOf(atMost),
    unknownKeys: [],
    // Hints of a type are not told apart by value: that two of them contradict each other is the compiler's to say.
    choices: choices.filter(({ atLeast: floor, atMost: ceiling }) => floor === undefined || ceiling === undefined),
    complete: true,
    reason: null,
  };
}
