import { verdictOf, type RouterCall } from '@taskroute/source';
import type { TSESTree } from '@typescript-eslint/utils';
import type { ReportFixFunction, SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { createRule, type Rule } from '../create-rule.ts';
import { isNode } from '../is-node.ts';
import { onRouterCalls } from '../router-calls.ts';
import { quote } from '@taskroute/source/findings';

export const noRedundantOverride: Rule = createRule({
  name: 'no-redundant-override',
  meta: {
    type: 'suggestion',
    docs: { description: 'disallow overrides that say what the route says', preset: 'strict' },
    hasSuggestions: true,
    schema: [],
    messages: {
      redundant:
        'The route of {{task}} is {{model}} already: the override only hides later changes of the table. Drop it.',
      hinted:
        'The hints of this call give {{task}} {{model}} already: the override only hides later changes of the table. Drop it.',
      drop: "Drop the override; the decision's via becomes 'route'.",
    },
  },
  create: (context) =>
    onRouterCalls(context, (found) => {
      for (const call of found.calls) {
        const override = call.options.override?.values[0];
        const sentence = override === undefined ? null : sentenceOn(call, override.value);
        if (override === undefined || sentence === null) continue;
        const fix = found.inTemplate ? null : withoutOption(context.sourceCode, override.node, call.options.node);
        context.report({
          loc: found.at(override.node),
          messageId: sentence,
          data: { task: call.task.values.map(({ value }) => quote(value)).join(', '), model: quote(override.value) },
          suggest: fix === null ? [] : [{ messageId: 'drop', fix }],
        });
      }
    }),
});

/** What is to be said of an override; null unless every task that the call can have gets the same without it, by its own route. */
function sentenceOn({ router, task, options }: RouterCall, model: string): 'redundant' | 'hinted' | null {
  if (!task.complete || !options.complete || task.values.length === 0) return null;
  let sentence: 'redundant' | 'hinted' = 'redundant';
  for (const { override, ...hints } of options.choices) {
    for (const { value } of task.values) {
      const verdict = verdictOf(router, value, hints);
      if (override !== model || verdict.kind !== 'decided') return null;
      const { via, hint, model: without } = verdict.decision;
      if (via !== 'route' || without !== model) return null;
      if (hint !== null) sentence = 'hinted';
    }
  }
  return sentence;
}

/** Null where the option is not written out in the call, or a comment would go with it. */
function withoutOption(
  sourceCode: Readonly<SourceCode>,
  value: TSESTree.Node,
  options: TSESTree.Node | null,
): ReportFixFunction | null {
  const property = value.parent;
  if (!isNode(property, 'Property') || property.parent !== options || !isNode(options, 'ObjectExpression')) return null;
  const range = rangeOf(sourceCode, property, options);
  // A comment inside may be about the override, or about what would stay.
  if (range === null || sourceCode.getCommentsInside(options).length > 0) return null;
  const goes = sourceCode.getAllComments().some((each) => each.range[0] < range[1] && range[0] < each.range[1]);
  return goes ? null : (fixer) => fixer.removeRange(range);
}

/** What has to go with an option: a comma, and the object where it is alone. */
function rangeOf(
  sourceCode: Readonly<SourceCode>,
  property: TSESTree.Property,
  options: TSESTree.ObjectExpression,
): [number, number] | null {
  const before = sourceCode.getTokenBefore(options);
  if (options.properties.length === 1) return before?.value === ',' ? [before.range[0], options.range[1]] : null;
  const next = options.properties[options.properties.indexOf(property) + 1];
  if (next !== undefined) return [property.range[0], next.range[0]];
  const comma = sourceCode.getTokenBefore(property);
  return comma === null ? null : [comma.range[0], property.range[1]];
}
