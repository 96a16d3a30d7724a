import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

const FORMATS = ['newsletter', 'slides', 'one page'];

/** Brings each of the day's posts into other formats. */
export async function repurpose({ model, archive }: Desk): Promise<void> {
  for (const post of archive.all('post')) {
    for (const format of FORMATS) {
      await model.ask({
        model: routeModel('content-reformat'),
        task: 'content-reformat',
        prompt: `This as ${format}:\n${post.text}`,
      });
    }
  }
}
