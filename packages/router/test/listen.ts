import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { onTestFinished } from 'vitest';

/** Everything that is published on a channel from now to the end of the test. */
export function listen(channel: 'taskroute:decision' | 'taskroute:unrouted'): readonly unknown[] {
  const heard: unknown[] = [];
  const listener = (message: unknown): void => {
    heard.push(message);
  };
  subscribe(channel, listener);
  onTestFinished(() => {
    unsubscribe(channel, listener);
  });
  return heard;
}
