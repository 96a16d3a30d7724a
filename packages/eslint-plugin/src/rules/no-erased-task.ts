import type { RouterCall } from '@taskroute/source';
import type { ReportFixFunction } from '@typescript-eslint/utils/ts-eslint';
import { createRule, type Rule } from '../create-rule.ts';
import { onRouterCalls, type RouterCalls } from '../router-calls.ts';
import { quoteWith } from '../written-text.ts';

export const noErasedTask: Rule = createRule({
  name: 'no-erased-task',
  meta: {
    type: 'problem',
    docs: {
      description: 'disallow tasks that stand in a type alone where no build makes them real',
      preset: 'recommended',
    },
    fixable: 'code',
    schema: [],
    messages: {
      erased:
        'The task of {{callee}} stands in a type, which is gone at run time: the call throws. Hand it in as a value, or let @taskroute/unplugin lower the call and set lowered in taskroute.json.',
    },
  },
  create: (context) =>
    onRouterCalls(context, (found) => {
      if (found.settings.lowered) return;
      for (const call of found.calls) {
        if (call.form !== 'erased') continue;
        context.report({
          loc: found.at(call.node),
          messageId: 'erased',
          data: { callee: call.callee },
          fix: toValue(found, call, context.sourceCode.text),
        });
      }
    }),
});

/** `<'blog-post'>()` → `('blog-post')`; null where the type is not one task that is written here, or a comment would go. */
function toValue({ rangeOf }: RouterCalls, { node, task }: RouterCall, text: string): ReportFixFunction | null {
  const [only] = task.values;
  const type = node.typeArguments;
  if (type === undefined || only === undefined || task.values.length > 1 || !task.complete) return null;
  const range: [number, number] = [rangeOf(type)[0], rangeOf(node)[1]];
  if (!/^<\s*(['"`])[^'"`]*\1\s*>\s*\(\s*\)$/.test(text.slice(...range))) return null;
  const mark = text.slice(...rangeOf(type)).includes('"') ? '"' : "'";
  return (fixer) => fixer.replaceTextRange(range, `(${quoteWith(mark, only.value)})`);
}
