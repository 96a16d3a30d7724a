import type { Desk } from '../src/desk.ts';
import { routeModel } from '../src/model-router.ts';

/** Sorts the replies to a campaign. Its task is misspelt: it compiles, and would run on the default's model. */
export async function sortReply({ agent, event, model }: Desk): Promise<string> {
  const { text } = await model.ask({
    model: routeModel('clasification'),
    task: 'classification',
    prompt: `A reply to ${agent.subject}: yes, no, or later?\n${event?.about ?? ''}`,
  });
  return text;
}
