import { mayHoldErasedCall } from '@taskroute/source/guard';

/** What is needed of a template's tree, whose types Vue does not export from here. */
export interface TemplateNode {
  readonly content?: Expression;
  readonly props?: readonly Property[];
  readonly children?: readonly TemplateNode[];
}

interface Property {
  readonly name: string;
  readonly exp?: Expression;
  readonly forParseResult?: {
    readonly source: Expression;
    readonly value?: Expression;
    readonly key?: Expression;
    readonly index?: Expression;
  };
}

interface Expression {
  readonly content: string;
  readonly loc: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
  /** Of a pattern a function that takes it; nothing where it is one name. */
  readonly ast?: { readonly params?: readonly Pattern[] } | null | false;
}

/** A node of a pattern, and what it may have below it. */
interface Pattern {
  readonly type: string;
  readonly properties?: readonly Pattern[];
  readonly elements?: readonly (Pattern | null)[];
  readonly value?: Pattern;
  readonly argument?: Pattern;
  readonly left?: Pattern;
  readonly right?: { readonly start?: number | null; readonly end?: number | null };
}

/** An expression of a template that may hold an erased call. */
export interface TemplateExpression {
  readonly start: number;
  readonly end: number;
  /** A handler may be statements. */
  readonly isStatements: boolean;
  /** The names that the template itself gives to something here. */
  readonly names: ReadonlySet<string>;
}

/** Vue's own: the names that a pattern gives. */
export type NamesOf = (pattern: object) => readonly { readonly name: string }[];

export function expressionsOf(root: TemplateNode, text: string, namesOf: NamesOf): readonly TemplateExpression[] {
  return below(root, new Set());

  function below(node: TemplateNode, outside: ReadonlySet<string>): readonly TemplateExpression[] {
    const { props = [], children = [] } = node;
    const loop = props.find(({ name }) => name === 'for')?.forParseResult;
    const names = withNames(outside, [loop?.value, loop?.key, loop?.index]);
    const slot = props.find(({ name }) => name === 'slot')?.exp;
    const inside = withNames(names, [slot]);
    const defaults = [...defaultsOf(loop?.value, names), ...defaultsOf(slot, inside)];
    const own = props.flatMap(({ name, exp }) => {
      // A slot's properties are a pattern, no expression.
      if (name === 'slot') return [];
      if (name === 'for') return expressionAt(loop?.source, outside);
      // What decides whether there is an element at all comes before what repeats it.
      return expressionAt(exp, /^(?:else-)?if$/.test(name) ? outside : names, name === 'on');
    });
    const shown = typeof node.content === 'object' ? expressionAt(node.content, names) : [];
    return [...own, ...defaults, ...shown, ...children.flatMap((child) => below(child, inside))];
  }

  function withNames(known: ReadonlySet<string>, patterns: readonly (Expression | undefined)[]): ReadonlySet<string> {
    const names = patterns.flatMap((pattern) => {
      if (pattern === undefined) return [];
      const params = paramsOf(pattern);
      return params === undefined
        ? pattern.content.trim()
        : params.flatMap((each) => namesOf(each).map(({ name }) => name));
    });
    return names.length === 0 ? known : new Set([...known, ...names]);
  }

  function expressionAt(
    expression: Expression | undefined,
    names: ReadonlySet<string>,
    isHandler = false,
  ): readonly TemplateExpression[] {
    if (expression === undefined || !isAsWritten(expression) || !mayHoldErasedCall(expression.content)) return [];
    const { start, end } = expression.loc;
    const isStatements = isHandler && expression.content.includes(';');
    return [{ start: start.offset, end: end.offset, isStatements, names }];
  }

  /** What a pattern takes where there is nothing. */
  function defaultsOf(pattern: Expression | undefined, names: ReadonlySet<string>): readonly TemplateExpression[] {
    if (pattern === undefined || !isAsWritten(pattern) || !mayHoldErasedCall(pattern.content)) return [];
    // Vue has parsed it with a parenthesis before it.
    const shift = pattern.loc.start.offset - 1;
    return (
      paramsOf(pattern)
        ?.flatMap(rightSides)
        .map(([start, end]) => ({
          start: shift + start,
          end: shift + end,
          isStatements: false,
          names,
        })) ?? []
    );
  }

  /** Where entities were decoded, offsets say nothing. */
  function isAsWritten({ content, loc }: Expression): boolean {
    return text.slice(loc.start.offset, loc.end.offset) === content;
  }
}

function paramsOf({ ast }: Expression): readonly Pattern[] | undefined {
  return ast === false ? undefined : ast?.params;
}

function rightSides({ properties = [], elements = [], value, argument, left, right }: Pattern): [number, number][] {
  const below = [...properties, ...elements, value, argument, left].flatMap((each) => (each ? rightSides(each) : []));
  return right?.start == null || right.end == null ? below : [...below, [right.start, right.end]];
}
