import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

const SERIES = ['how we work', 'what we read', 'what went wrong'];

/** One post for each series. */
export async function writePosts({ agent, model, archive }: Desk): Promise<void> {
  for (const series of SERIES) {
    const { text } = await model.ask({
      model: routeModel('blog-post'),
      task: 'blog-post',
      prompt: `The next post of the ${agent.subject}:\n${series}`,
    });
    archive.add('post', agent.subject, text);
  }
}
