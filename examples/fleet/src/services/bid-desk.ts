import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** From here on a wrong bid hurts. */
const LARGE = 100_000;

/** Reads a tender and reviews our bid; a large one is never left to less than the strongest model. */
export async function reviewBid({ agent, event, model }: Desk): Promise<void> {
  const { text: facts } = await model.ask({
    model: routeModel('data-extraction'),
    task: 'data-extraction',
    prompt: `The facts of this tender from ${agent.subject}:\n${event?.about ?? ''}`,
  });
  const isLarge = Number(facts.replace(/\D/g, '')) >= LARGE;
  await model.ask({
    model: routeModel('bid-review', { atLeast: isLarge ? 'opus' : undefined }),
    task: 'bid-review',
    prompt: `What can go wrong with our bid?\n${facts}`,
  });
}
