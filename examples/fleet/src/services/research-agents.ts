import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

const PLACES = ['the news', 'papers', 'forums'];

/** Explores one topic in several places, then writes one report on it. */
export async function research({ agent, model, archive }: Desk): Promise<void> {
  const findings: string[] = [];
  for (const place of PLACES) {
    const found = await model.ask({
      model: routeModel('exploration'),
      task: 'exploration',
      prompt: `What is new on ${agent.subject} in ${place}?`,
    });
    findings.push(found.text);
  }
  const report = await model.ask({
    model: routeModel('synthesis'),
    task: 'synthesis',
    prompt: `A report on ${agent.subject} from these findings:\n${findings.join('\n')}`,
  });
  archive.add('report', agent.subject, report.text);
}
