import { describe, expect, test } from 'vitest';
import { AGENTS } from '../src/agents.ts';
import { createArchive } from '../src/archive.ts';
import type { Desk } from '../src/desk.ts';
import type { EventKind } from '../src/fleet-event.ts';
import type { ModelRequest } from '../src/model-client.ts';
import { answerOf } from '../src/offline-answers.ts';
import { serveClient } from '../src/services/client-desk.ts';
import { triage } from '../src/services/inbox-triage.ts';
import { secondsOf } from '../src/time-of-day.ts';

/** A desk of one agent at one time, and the list of what is asked at it. */
function deskOf(name: string, time: string, kind?: EventKind, about = '') {
  const agent = AGENTS.find((each) => each.name === name);
  if (agent === undefined) throw new Error(`No agent is named '${name}'.`);
  const startedAt = secondsOf(time);
  const asked: ModelRequest[] = [];
  const desk: Desk = {
    agent,
    event: kind === undefined ? null : { kind, time: startedAt, about },
    startedAt,
    model: {
      ask: (request) => {
        asked.push(request);
        const text = answerOf(request.task).text(request.prompt);
        return Promise.resolve({ text, usage: { input: 0, output: 0 } });
      },
    },
    archive: createArchive(),
    decisions: [],
  };
  return { desk, tasks: () => asked.map((request) => request.task) };
}

describe('a client desk', () => {
  test.each([
    ['question', ['classification', 'client-comms'], 0],
    ['complaint', ['classification', 'client-comms'], 1],
    ['meeting', ['classification', 'meeting-prep', 'client-comms'], 1],
    ['contract', ['classification', 'contract', 'client-comms'], 1],
  ])('answers a %s with %j and keeps %d thread open', async (about, tasks, open) => {
    const { desk, tasks: asked } = deskOf('client desk · Quill Press', '10:00', 'message', about);
    await serveClient(desk);
    expect(asked()).toStrictEqual(tasks);
    expect(desk.archive.all('thread')).toHaveLength(open);
  });

  test('prepares the meeting in the morning', async () => {
    const { desk, tasks } = deskOf('client desk · Quill Press', '08:00');
    await serveClient(desk);
    expect(tasks()).toStrictEqual(['meeting-prep']);
  });

  test('follows up its own open threads in the afternoon, and nobody else’s', async () => {
    const { desk, tasks } = deskOf('client desk · Quill Press', '16:30');
    for (const subject of ['Quill Press', 'Alder Tours', 'Quill Press']) desk.archive.add('thread', subject, 'open');
    await serveClient(desk);
    expect(tasks()).toStrictEqual(['follow-up', 'follow-up']);
    expect(desk.archive.all('thread').map((note) => note.subject)).toStrictEqual(['Alder Tours']);
  });
});

describe('the inbox triage', () => {
  test.each([
    ['request', ['classification', 'email-draft']],
    ['newsletter', ['classification']],
    ['spam', ['classification']],
  ])('asks for %j: %j', async (about, tasks) => {
    const { desk, tasks: asked } = deskOf('inbox triage · office@', '10:00', 'mail', about);
    await triage(desk);
    expect(asked()).toStrictEqual(tasks);
  });
});
