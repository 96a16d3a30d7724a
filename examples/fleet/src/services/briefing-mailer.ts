import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Sends the brief of the day. Whoever lends us money gets it better written than the table asks for. */
export async function mailBriefing({ agent, model, archive }: Desk): Promise<void> {
  const brief = archive.all('brief').at(-1);
  await model.ask({
    model: routeModel('email-draft', { override: agent.subject === 'investors' ? 'sonnet' : undefined }),
    task: 'email-draft',
    prompt: `The morning mail to: ${agent.subject}\n${brief?.text ?? 'No brief today.'}`,
  });
}
