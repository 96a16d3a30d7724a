import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Looks for companies that may need us; the playbook writes to them in the morning. */
export async function searchProspects({ agent, model, archive }: Desk): Promise<void> {
  const { text } = await model.ask({
    model: routeModel('prospect-search'),
    task: 'prospect-search',
    prompt: `Who in the ${agent.subject} may need us?`,
  });
  for (const prospect of text.split('\n')) archive.add('prospect', agent.subject, prospect);
}
