import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

/** Sorts a mail, and drafts an answer where it asks for one. */
export async function triage({ agent, event, model }: Desk): Promise<void> {
  const { text: label } = await model.ask({
    model: routeModel('classification'),
    task: 'classification',
    prompt: `A mail to ${agent.subject}: what is it?\n${event?.about ?? ''}`,
  });
  if (label !== 'request') return;
  await model.ask({
    model: routeModel('email-draft'),
    task: 'email-draft',
    prompt: `Answer this.\nA ${label} to ${agent.subject}`,
  });
}
