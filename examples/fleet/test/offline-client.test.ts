import { expect, test } from 'vitest';
import { createClock } from '../src/clock.ts';
import type { ModelAnswer } from '../src/model-client.ts';
import { ROUTES } from '../src/model-router.ts';
import { answerOf } from '../src/offline-answers.ts';
import { createOfflineClient } from '../src/offline-client.ts';

/** Asks at midnight, and says when the answer came. */
async function ask(task: string, prompt: string): Promise<ModelAnswer & { readonly seconds: number }> {
  const clock = createClock();
  const client = createOfflineClient(clock);
  const answers: (ModelAnswer & { readonly seconds: number })[] = [];
  clock.at(0, async () => {
    answers.push({ ...(await client.ask({ model: 'haiku', task, prompt })), seconds: clock.now() });
  });
  await clock.run();
  const [answer] = answers;
  if (answer === undefined) throw new Error('The client gave no answer.');
  return answer;
}

test('the offline client answers from the task’s template and counts tokens', async () => {
  expect(await ask('classification', 'What is it?\nspam')).toStrictEqual({
    text: 'spam',
    usage: { input: 4, output: 1 },
    seconds: 2,
  });
});

test.each(Object.keys(ROUTES))('%s has a template of its own', (task) => {
  expect(answerOf(task)).not.toBe(answerOf('never-heard-of'));
});

test('the offline client answers a task without a template too', async () => {
  expect(await ask('invoice-reminder', 'A kind reminder:\nQuill Press')).toMatchObject({ text: 'Done. Quill Press' });
});

test.each(['health-check', 'crm-update', 'classification'])('%s, asked often, answers within 5 s', async (task) => {
  const { seconds } = await ask(task, 'Anything new?');
  expect(seconds).toBeLessThan(5);
});
