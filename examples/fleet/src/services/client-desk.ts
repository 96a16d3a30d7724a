import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';
import { secondsOf } from '../time-of-day.ts';

const NOON = secondsOf('12:00');

/** One client's desk: meetings in the morning, messages as they come, and in the afternoon whatever is still open. */
export async function serveClient(desk: Desk): Promise<void> {
  if (desk.event !== null) await answer(desk, desk.event.about);
  else if (desk.startedAt < NOON) await prepareMeeting(desk, 'the weekly meeting');
  else await followUp(desk);
}

async function answer(desk: Desk, message: string): Promise<void> {
  const { agent, model, archive } = desk;
  const { text: label } = await model.ask({
    model: routeModel('classification'),
    task: 'classification',
    prompt: `A message from ${agent.subject}: what is it?\n${message}`,
  });
  if (label === 'meeting') await prepareMeeting(desk, message);
  if (label === 'contract') await draftContract(desk, message);
  await model.ask({
    model: routeModel('client-comms'),
    task: 'client-comms',
    prompt: `Answer ${agent.subject}.\n${message}`,
  });
  if (label !== 'question') archive.add('thread', agent.subject, message);
}

async function prepareMeeting({ agent, model }: Desk, occasion: string): Promise<void> {
  await model.ask({
    model: routeModel('meeting-prep'),
    task: 'meeting-prep',
    prompt: `What do we need to know before we meet ${agent.subject}?\n${occasion}`,
  });
}

async function draftContract({ agent, model }: Desk, wish: string): Promise<void> {
  await model.ask({
    model: routeModel('contract'),
    task: 'contract',
    prompt: `A contract with ${agent.subject}.\n${wish}`,
  });
}

async function followUp({ agent, model, archive }: Desk): Promise<void> {
  for (const thread of archive.take('thread', agent.subject)) {
    await model.ask({
      model: routeModel('follow-up'),
      task: 'follow-up',
      prompt: `Where do we stand with ${agent.subject}?\n${thread.text}`,
    });
  }
}
