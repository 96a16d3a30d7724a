import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Reads what the health checks found, part by part, and says what to change. */
export async function reviewSystem({ agent, model, archive }: Desk): Promise<void> {
  const parts = Map.groupBy(archive.all('health'), (note) => note.subject);
  for (const [part, notes] of parts) {
    await model.ask({
      model: routeModel('system-recs'),
      task: 'system-recs',
      prompt: `What would you change in ${agent.subject}, ${part}?\n${notes.map((note) => note.text).join('\n')}`,
    });
  }
}
