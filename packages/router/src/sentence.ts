import type { TableSource } from './create-table.ts';
import { nearTasks } from './near-tasks.ts';
import { quote } from './quote.ts';

/** A message for people: what happened, where, what to do next. Shape: `about` is what the place that says it hands in. */
export function sentence(code: string, ...about: unknown[]): string {
  const write = SENTENCES[code];
  return write === undefined ? code : write(...about);
}

type Write = (...about: unknown[]) => string;

/** Errors and warnings by their code, faults of a table by what the place at fault is not. */
const SENTENCES: Readonly<Record<string, Write>> = {
  TASKROUTE_BROKEN_TABLE: (_input, list) => `The router cannot be defined:${String(list)}`,
  TASKROUTE_INVALID_TASK: (task) => `A task is a string; this one is ${quote(task)}.`,
  TASKROUTE_UNKNOWN_MODEL: (model, tiers) =>
    `${quote(model)} is not a tier of this router; write one of ${(tiers as readonly string[]).map(quote).join(', ')}.`,
  TASKROUTE_CONTRADICTORY_HINTS: (_options, atLeast, atMost) =>
    `atLeast: ${quote(atLeast)} is above atMost: ${quote(atMost)}, so no model fits; drop one of the two hints.`,
  TASKROUTE_UNROUTED: (task, model, table) =>
    `No route for the task ${quote(task)}: the default gave it ${quote(model)}. ${mendUnrouted(table as TableSource, String(task))}`,
  TASKROUTE_NOT_LOWERED: () =>
    "routeModel was called without a task: a type argument is gone at run time. Write routeModel('your-task'), " +
    'or let @taskroute/unplugin lower the call in the build, or start Node with --import @taskroute/unplugin/register.',
  TASKROUTE_RULE_FAILED: (name, failure) =>
    `The rule ${quote(name)} failed and does not apply: ${reasonOf(failure)}. Mend its 'when'.`,
  TASKROUTE_UNROUTED_FAILED: (failure) => `The router's 'unrouted' function failed: ${reasonOf(failure)}. Mend it.`,

  'not-new-name': (where, name) =>
    where === 'tiers'
      ? `tiers has ${quote(name)}; each tier is a name that stands once`
      : `a rule is named ${quote(name)}; each rule has a name of its own, for decisions to say which one made them`,
  'not-tier': (where, model, key) =>
    `${ofWhat(where, key)} is ${quote(model)}, which is not in tiers; add it there or choose one of them`,
  'not-list': (where, value) =>
    where === 'tiers'
      ? `tiers is a list of models, cheapest first, with one at least; it is ${quote(value)}`
      : `rules is a list of { name, when, model }; it is ${quote(value)}`,
  'not-plain': (_where, value) =>
    `routes is a plain object, task → model, without a prototype of its own; it is ${quote(value)}`,
  'not-route': (_where, task) =>
    task === '__proto__'
      ? "the route '__proto__' would set a prototype where it is written as a plain key; choose another name"
      : `the route ${quote(task)} is malformed; write 'task', 'domain/task' or 'domain/*', no part empty, no other '*', under 1,000 characters`,
  'not-function': (_where, when, name) =>
    `'when' of the rule ${quote(name)} is ${quote(when)}; write a function (task, signals) => boolean`,
  'not-alone': (_where, strict) =>
    `strict is ${quote(strict)} and there are rules; rules serve tasks that a strict router refuses: drop one of the two`,
  'not-mode': (_where, unrouted) =>
    `unrouted is ${quote(unrouted)}; write 'warn', 'throw', 'silent' or a function (decision) => void`,
};

function ofWhat(where: unknown, key: unknown): string {
  if (where === 'default') return 'the default';
  return where === 'rules' ? `the model of the rule ${quote(key)}` : `the model of ${quote(key)}`;
}

function mendUnrouted(table: TableSource, task: string): string {
  const [near] = nearTasks(table, task);
  return near === undefined
    ? 'Add a line for it to the table.'
    : `Did you mean ${quote(near)}? Else add a line for it to the table.`;
}

/** Why something failed, from whatever was thrown or answered: to read it may throw again. */
function reasonOf(failure: unknown): string {
  try {
    // An error of another realm is no instance of this one's, and a message may be anything.
    const { message } = Object(failure) as { message?: unknown };
    return typeof message === 'string' ? message : `it gave ${quote(failure)}`;
  } catch {
    return 'it gave what cannot be read';
  }
}
