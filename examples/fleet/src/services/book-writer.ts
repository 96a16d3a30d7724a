import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

const SECTIONS = ['opening', 'the case', 'the method', 'first example', 'second example', 'limits', 'summary', 'notes'];

/** Writes one chapter, section by section. */
export async function writeSections({ agent, model }: Desk): Promise<void> {
  for (const section of SECTIONS) {
    await model.ask({
      model: routeModel('book-writing'),
      task: 'book-writing',
      prompt: `The next section of the ${agent.subject}:\n${section}`,
    });
  }
}
