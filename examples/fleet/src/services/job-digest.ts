import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** What a board shows today. Boards copy from each other. */
const LISTINGS = [
  'Backend engineer, Kestrel',
  'Data analyst, Morrow',
  'Platform lead, Tern & Sons',
  'Technical writer, Halcyon',
  'Support engineer',
  'Site lead',
];
const COPIED = 2;

/** Reads a board, leaves out what this or another board has shown before, and scores the rest. */
export async function digestJobs({ agent, model, archive }: Desk): Promise<void> {
  for (const [index, listing] of LISTINGS.entries()) {
    const { text } = await model.ask({
      model: routeModel('data-extraction'),
      task: 'data-extraction',
      prompt: `Title and company of this listing:\n${index < COPIED ? listing : `${listing}, ${agent.subject}`}`,
    });
    if (archive.all('listing').some((known) => known.text === text)) continue;
    archive.add('listing', agent.subject, text);
    await model.ask({
      model: routeModel('classification'),
      task: 'classification',
      prompt: `Does it fit us?\n${text}`,
    });
  }
}
