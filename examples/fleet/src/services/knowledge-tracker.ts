import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Holds each report against what is known already. */
export async function trackKnowledge({ model, archive }: Desk): Promise<void> {
  for (const report of archive.all('report')) {
    await model.ask({
      model: routeModel('knowledge-track'),
      task: 'knowledge-track',
      prompt: `${report.subject}: what is new, and what is no longer true?\n${report.text}`,
    });
  }
}
