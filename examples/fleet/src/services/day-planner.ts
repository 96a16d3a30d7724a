import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';
import { secondsOf } from '../time-of-day.ts';

const NOON = secondsOf('12:00');

/** A plan before the day, a look back after it. */
export async function planDay({ agent, startedAt, model, archive }: Desk): Promise<void> {
  if (startedAt < NOON) {
    await model.ask({
      model: routeModel('daily-plan'),
      task: 'daily-plan',
      prompt: `What should the ${agent.subject} do today?\n${archive.all('brief').at(-1)?.text ?? 'No brief today.'}`,
    });
  } else {
    await model.ask({
      model: routeModel('daily-reflection'),
      task: 'daily-reflection',
      prompt: `How did the ${agent.subject}'s day go?`,
    });
  }
}
