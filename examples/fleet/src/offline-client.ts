import type { Clock } from './clock.ts';
import type { ModelClient } from './model-client.ts';
import { answerOf } from './offline-answers.ts';

/** English text has about four characters to a token. */
const CHARACTERS_PER_TOKEN = 4;

/** Answers from templates, and lets the virtual clock pass for as long as such a call usually takes. No network. */
export function createOfflineClient(clock: Clock): ModelClient {
  return {
    ask: async ({ task, prompt }) => {
      const { seconds, text } = answerOf(task);
      await clock.wait(seconds);
      const answer = text(prompt);
      return { text: answer, usage: { input: tokensOf(prompt), output: tokensOf(answer) } };
    },
  };
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}
