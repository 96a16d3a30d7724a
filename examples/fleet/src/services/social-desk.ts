import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Points one channel to the newest post. */
export async function postOnce({ agent, model, archive }: Desk): Promise<void> {
  await model.ask({
    model: routeModel('social-post'),
    task: 'social-post',
    prompt: `For the ${agent.subject} channel:\n${archive.all('post').at(-1)?.text ?? 'What we are working on.'}`,
  });
}
