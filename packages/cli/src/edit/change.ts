/** What a command is to do to a table. `model` of a move and an addition is the new one. */
export type Change =
  | { readonly command: 'move'; readonly task: string; readonly model: string }
  | { readonly command: 'add'; readonly task: string; readonly model: string }
  | { readonly command: 'remove'; readonly task: string }
  | { readonly command: 'rename'; readonly task: string; readonly to: string };

/** The name that the line has afterwards. */
export function nameAfter(change: Change): string {
  return change.command === 'rename' ? change.to : change.task;
}

/** `move cold-outreach from haiku to sonnet: converted poorly`; one line, as a commit's subject. `model` is the one before. */
export function sentenceOf(change: Change, model: string | null, reason: string | null): string {
  const why = reason === null ? '' : `: ${reason}`;
  return `${whatOf(change, model)}${why}`;
}

function whatOf(change: Change, model: string | null): string {
  switch (change.command) {
    case 'move':
      return `move ${change.task} from ${model ?? 'nothing'} to ${change.model}`;
    case 'add':
      return `route ${change.task} to ${change.model}`;
    case 'remove':
      return `remove the route ${change.task} (${model ?? 'nothing'})`;
    case 'rename':
      return `rename the route ${change.task} to ${change.to}`;
  }
}
