import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

const OPEN_PROPOSALS = ['a first project', 'a renewal', 'a workshop'];

/** The morning's work on new business: where to go, what to offer, whom to write to, what to publish. */
export async function followPlaybook({ agent, model, archive }: Desk): Promise<void> {
  for (const proposal of OPEN_PROPOSALS) {
    const { text: strategy } = await model.ask({
      model: routeModel('strategy'),
      task: 'strategy',
      prompt: `How do we win this in ${agent.subject}?\n${proposal}`,
    });
    await model.ask({
      model: routeModel('proposal-draft'),
      task: 'proposal-draft',
      prompt: `A proposal along this strategy:\n${strategy}`,
    });
  }
  for (const prospect of archive.take('prospect')) {
    await model.ask({
      model: routeModel('cold-outreach'),
      task: 'cold-outreach',
      prompt: `A first mail on our ${agent.subject} to:\n${prospect.text}`,
    });
  }
  const post = await model.ask({
    model: routeModel('blog-post'),
    task: 'blog-post',
    prompt: `What we learnt this week in ${agent.subject}.`,
  });
  archive.add('post', agent.subject, post.text);
}
