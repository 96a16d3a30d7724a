import type { HostSource, RouterCall } from '@taskroute/source';
import { SENTENCES } from '@taskroute/source/findings';
import type { ReportFixFunction, SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { createRule, type Rule } from '../create-rule.ts';
import { onRouterCalls, type RouterCalls } from '../router-calls.ts';

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
    messages: SENTENCES['no-erased-task'],
  },
  create: (context) =>
    onRouterCalls(context, (found) => {
      for (const call of found.calls) {
        if (call.form !== 'erased' || found.settings.lowered) continue;
        context.report({
          loc: found.at(call.node),
          messageId: 'erased',
          data: { callee: call.callee },
          fix: toValue(found, call, context.sourceCode),
        });
      }
    }),
});

/** The form that the build would make of it, written short; null where it has none. */
function toValue(
  { file, settings, rangeOf }: RouterCalls,
  call: RouterCall,
  { text, ast: tree, scopeManager }: Readonly<SourceCode>,
): ReportFixFunction | null {
  const source: HostSource = { file, text, tree, scopes: scopeManager ?? undefined };
  const form = settings.project.valueForm(call, source, rangeOf(call.node)[0] - call.node.range[0]);
  return 'reason' in form ? null : (fixer) => fixer.replaceTextRange([...form.range], form.short);
}
