import type { ExportedTable } from './exported-table.ts';

/** A JSON schema (draft 2020-12) of the tasks that a table routes: its own, and any of its domains. */
export function taskSchema({ router, table, tiers, default: fallback, routes, domains }: ExportedTable): object {
  const own = enumOf(Object.keys(routes));
  const patterns = Object.entries(domains).map(([domain, model]) => ({
    pattern: `^${escaped(domain)}/`,
    description: `${domain}/*, which ${model} serves where a task has no line of its own.`,
  }));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: `taskroute export, version 1; table ${table}`,
    title: 'Task',
    description: `The tasks that ${router} routes. Any other is served by ${fallback}, the default.`,
    type: 'string',
    ...(patterns.length === 0 ? own : { anyOf: [own, ...patterns] }),
    $defs: {
      model: { description: 'What a task is routed to, cheapest first.', enum: tiers },
      ...Object.fromEntries(tiers.map((model, index) => [`tasks of ${model}`, tasksOf(model, index + 1, routes)])),
    },
  };
}

function tasksOf(model: string, tier: number, routes: ExportedTable['routes']): object {
  const tasks = Object.keys(routes).filter((task) => routes[task] === model);
  return { description: `Tier ${String(tier)}: ${model}.`, ...enumOf(tasks) };
}

/** An `enum` of nothing is refused by some readers. */
function enumOf(values: readonly string[]): object {
  return values.length === 0 ? { not: {} } : { enum: values };
}

/** As text in a regular expression of any language. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
