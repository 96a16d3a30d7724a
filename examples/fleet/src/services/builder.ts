import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Takes action after action off the shelf until none is left; several builders share the shelf. */
export async function build({ agent, model, archive }: Desk): Promise<void> {
  for (const action of archive.take('action')) {
    const plan = await model.ask({
      model: routeModel('analysis'),
      task: 'analysis',
      prompt: `Plan this for ${agent.subject}.\n${action.text}`,
    });
    const isSmall = action.text.startsWith('small:');
    const result = await model.ask({
      model: routeModel('complex-research', { atMost: isSmall ? 'sonnet' : undefined }),
      task: 'complex-research',
      prompt: `Carry out this plan.\n${plan.text}`,
    });
    await model.ask({
      model: routeModel('analysis'),
      task: 'analysis',
      prompt: `Does the result keep to the plan?\n${result.text}`,
    });
  }
}
