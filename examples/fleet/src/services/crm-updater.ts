import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Writes what happened in a pipeline into the customer records. */
export async function updateCrm({ agent, event, model }: Desk): Promise<void> {
  await model.ask({
    model: routeModel('crm-update'),
    task: 'crm-update',
    prompt: `Which fields change in ${agent.subject}?\n${event?.about ?? 'nothing happened'}`,
  });
}
