import { verdictOf, type RouterCall } from '@taskroute/source';
import type { TSESTree } from '@typescript-eslint/utils';
import type { ReportFixFunction, SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { createRule, type Rule } from '../create-rule.ts';
import { isNode } from '../is-node.ts';
import { onRouterCalls } from '../router-calls.ts';
import { quote } from '../say.ts';

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
      drop: "Drop the override; the decision's via becomes 'route'.",
    },
  },
  create: (context) =>
    onRouterCalls(context, (found) => {
      for (const call of found.calls) {
        const override = call.options.override?.values[0];
        if (override === undefined || !isRedundant(call, override.value)) continue;
        const fix = found.inTemplate ? null : withoutOption(context.sourceCode, override.node, call.options.node);
        context.report({
          loc: found.at(override.node),
          messageId: 'redundant',
          data: { task: call.task.values.map(({ value }) => quote(value)).join(', '), model: quote(override.value) },
          suggest: fix === null ? [] : [{ messageId: 'drop', fix }],
        });
      }
    }),
});

/** Whether every task that the call can have gets, by its own route, what the override says. */
function isRedundant({ router, task, options }: RouterCall, model: string): boolean {
  if (!task.complete || !options.complete || task.values.length === 0) return false;
  return options.choices.every(({ override, ...hints }) =>
    task.values.every(({ value }) => {
      const verdict = verdictOf(router, value, hints);
      if (override !== model || verdict.kind !== 'decided') return false;
      return verdict.decision.via === 'route' && verdict.decision.model === model;
    }),
  );
}

/** Null where the option is not written out in the call, or a comment would go with it. */
function withoutOption(
  sourceCode: Readonly<SourceCode>,
  value: TSESTree.Node,
  options: TSESTree.Node | null,
): ReportFixFunction | null {
  const property = value.parent;
  if (!isNode(property, 'Property') || property.parent !== options || !isNode(options, 'ObjectExpression')) return null;
  if (sourceCode.getCommentsInside(options).length > 0) return null;
  const before = sourceCode.getTokenBefore(options);
  if (options.properties.length === 1)
    return before?.value === ',' ? (fixer) => fixer.removeRange([before.range[0], options.range[1]]) : null;
  const next = options.properties[options.properties.indexOf(property) + 1];
  if (next !== undefined) return (fixer) => fixer.removeRange([property.range[0], next.range[0]]);
  const comma = sourceCode.getTokenBefore(property);
  return comma === null ? null : (fixer) => fixer.removeRange([comma.range[0], property.range[1]]);
}
