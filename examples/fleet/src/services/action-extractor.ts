import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Compresses each of the night's reports into actions, one a line. */
export async function extractActions({ model, archive }: Desk): Promise<void> {
  for (const report of archive.all('report')) {
    const { text } = await model.ask({
      model: routeModel('action-extract'),
      task: 'action-extract',
      prompt: `${report.subject}: what should we do? Begin each line with its size, small or large.\n${report.text}`,
    });
    for (const action of text.split('\n')) archive.add('action', report.subject, action);
  }
}
