import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Makes the daily brief from all the reports at once. */
export async function synthesizeReports({ agent, model, archive }: Desk): Promise<void> {
  const reports = archive.all('report').map((report) => report.text);
  const { text } = await model.ask({
    model: routeModel('synthesis'),
    task: 'synthesis',
    prompt: `The brief of the day from ${String(reports.length)} reports:\n${reports.join('\n')}`,
  });
  archive.add('brief', agent.subject, text);
}
