import type { RouteEntry, RouterSource } from '@taskroute/source';
import type { TSESTree } from '@typescript-eslint/utils';
import type { ReportFixFunction, SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { createRule, type Rule } from '../create-rule.ts';
import { isNode } from '../is-node.ts';
import { onRouterCalls } from '../router-calls.ts';
import { quote } from '@taskroute/source/findings';
import { rowOf, type Row } from '../row.ts';
import { createOnce } from '../once.ts';

export const sortRoutes: Rule = createRule({
  name: 'sort-routes',
  meta: {
    type: 'layout',
    docs: { description: "enforce the order of tasks within a tier's block of the table", preset: 'stylistic' },
    fixable: 'code',
    schema: [],
    messages: {
      unsorted: 'The route {{task}} stands after {{before}}: sort the tasks of one block of {{model}} by their names.',
    },
  },
  create: (context) => {
    const once = createOnce();
    return onRouterCalls(context, ({ routers, file }) => {
      for (const router of routers) {
        for (const block of blocksOf(context.sourceCode, router, file)) {
          const wrong = block.findIndex(({ entry }, index) => isBefore(entry, block[index - 1]?.entry));
          const [before, found] = [block[wrong - 1], block[wrong]];
          // Two routers can have one table.
          if (before === undefined || found === undefined || !once(found.entry.place.range)) continue;
          context.report({
            node: found.row.property.key,
            messageId: 'unsorted',
            data: {
              task: quote(found.entry.task),
              before: quote(before.entry.task),
              model: quote(found.entry.model ?? ''),
            },
            fix: sorted(context.sourceCode, block),
          });
        }
      }
    });
  },
});

interface Line {
  readonly entry: RouteEntry;
  readonly row: Row;
}

function isBefore(one: RouteEntry, other: RouteEntry | undefined): boolean {
  return other !== undefined && one.task < other.task;
}

/** Lines that follow one another, of one tier, with no blank line and nothing else between them. */
function blocksOf(
  sourceCode: Readonly<SourceCode>,
  { routes }: RouterSource,
  file: string,
): readonly (readonly Line[])[] {
  const entries = new Map<TSESTree.Node, RouteEntry>();
  const objects = new Set<TSESTree.ObjectExpression>();
  for (const entry of routes) {
    const property = entry.place.file === file ? propertyAt(sourceCode, entry.place.range[0]) : null;
    if (property === null || !isNode(property.parent, 'ObjectExpression') || entry.model === null) continue;
    entries.set(property, entry);
    objects.add(property.parent);
  }
  const blocks: Line[][] = [];
  for (const { properties } of objects) {
    let block: Line[] = [];
    for (const property of properties) {
      const entry = entries.get(property);
      if (entry === undefined || !isNode(property, 'Property')) {
        block = [];
        continue;
      }
      const row = rowOf(sourceCode, property);
      const above = block.at(-1);
      if (above?.entry.model !== entry.model || !row.followsOn) blocks.push((block = []));
      block.push({ entry, row });
    }
  }
  return blocks;
}

function propertyAt(sourceCode: Readonly<SourceCode>, index: number): TSESTree.Property | null {
  let node: TSESTree.Node | null | undefined = sourceCode.getNodeByRangeIndex(index);
  while (node != null && !isNode(node, 'Property')) node = node.parent;
  return node ?? null;
}

/** Each row takes its comments along; commas stay, so that a last line without one remains without. */
function sorted({ text }: Readonly<SourceCode>, block: readonly Line[]): ReportFixFunction | null {
  const rows = block.map(({ row }) => row);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return null;
  const order = block
    .toSorted(({ entry: one }, { entry: other }) => (one.task < other.task ? -1 : 1))
    .map(({ row }) => row);
  if (!rows.every(({ ownLine }) => ownLine)) {
    // Several routes on one line: which one a comment is about cannot be told.
    if (rows.some(({ hasComment }) => hasComment)) return null;
    return (fixer) => rows.map((row, index) => fixer.replaceTextRange(row.property.range, (order[index] as Row).body));
  }
  const pieces = rows.map((row, index) => {
    const { above, body, beside } = order[index] as Row;
    const gap = text.slice(row.range[1], rows[index + 1]?.range[0] ?? row.range[1]);
    return above + body + (row.comma ? ',' : '') + beside + gap;
  });
  return (fixer) => fixer.replaceTextRange([first.range[0], last.range[1]], pieces.join(''));
}
