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
  readonly ast?: { readonly params?: readonly object[] } | null | false;
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
    const inside = withNames(names, [props.find(({ name }) => name === 'slot')?.exp]);
    const own = props.flatMap(({ name, exp }) => {
      // A slot's properties are a pattern, no expression.
      if (name === 'slot') return [];
      if (name === 'for') return expressionAt(loop?.source, outside);
      // What decides whether there is an element at all comes before what repeats it.
      return expressionAt(exp, /^(?:else-)?if$/.test(name) ? outside : names, name === 'on');
    });
    const shown = typeof node.content === 'object' ? expressionAt(node.content, names) : [];
    return [...own, ...shown, ...children.flatMap((child) => below(child, inside))];
  }

  function withNames(known: ReadonlySet<string>, patterns: readonly (Expression | undefined)[]): ReadonlySet<string> {
    const names = patterns.flatMap((pattern) => {
      if (pattern === undefined) return [];
      const { params } = pattern.ast || {};
      return params === undefined ? pattern.content.trim() : params.flatMap((each) => namesOf(each).map(({ name }) => name));
    });
    return names.length === 0 ? known : new Set([...known, ...names]);
  }

  function expressionAt(
    expression: Expression | undefined,
    names: ReadonlySet<string>,
    isHandler = false,
  ): readonly TemplateExpression[] {
    if (expression === undefined) return [];
    const { content, loc } = expression;
    const [start, end] = [loc.start.offset, loc.end.offset];
    // Where entities were decoded, offsets say nothing.
    if (text.slice(start, end) !== content || !mayHoldErasedCall(content)) return [];
    return [{ start, end, isStatements: isHandler && content.includes(';'), names }];
  }
}
