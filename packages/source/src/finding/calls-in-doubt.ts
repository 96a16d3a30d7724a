import type { RouterCall } from '../call/calls.ts';
import type { Escape } from '../call/escapes.ts';
import type { Values } from '../evaluate/values.ts';
import type { Node } from '../text/parse.ts';
import { visible } from './quote.ts';
import type { Said } from './sentences.ts';

/** What cannot be known of a call, and where to point at. */
export interface Doubt<Rule extends 'no-dynamic-task' | 'no-untracked-router'> extends Said<Rule> {
  readonly node: Node;
}

/** The task, and an option, that can be something which the text does not tell. */
export function doubtsOfCall({ task, options, within, node }: RouterCall): readonly Doubt<'no-dynamic-task'>[] {
  // What a declared function hands on comes from its callers, which are judged themselves.
  if (within !== null) return [];
  const rule = 'no-dynamic-task';
  return [
    // A key of `tasks` that the table does not have is known, and no-unrouted-task's.
    ...(task.complete || isOnlyInVain(task)
      ? []
      : [
          {
            rule,
            messageId: 'task',
            data: { reason: visible(task.reason ?? 'is not known') },
            node: task.node,
          } as const,
        ]),
    ...(options.complete
      ? []
      : [
          {
            rule,
            messageId: 'options',
            data: { reason: visible(options.reason ?? 'is not known') },
            node: options.node ?? node,
          } as const,
        ]),
  ];
}

/** A router's function that goes where its calls cannot be followed. */
export function doubtOfEscape({ node, reason }: Escape): Doubt<'no-untracked-router'> {
  return { rule: 'no-untracked-router', messageId: 'escapes', data: { reason: visible(reason) }, node };
}

/** Whether nothing but keys that `tasks` does not have keeps a task from being known. */
function isOnlyInVain({ gaps }: Values): boolean {
  return gaps.length > 0 && gaps.every(({ missing }) => missing !== undefined);
}
