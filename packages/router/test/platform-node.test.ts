import { channel } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { platform } from '../src/platform-node.ts';
import { recordWarnings } from './warnings.ts';

test('the channels are the ones that the documentation names', () => {
  expect(platform.decisions).toBe(channel('taskroute:decision'));
  expect(platform.unrouted).toBe(channel('taskroute:unrouted'));
});

test('a warning is one of the process', () => {
  const warnings = recordWarnings();
  platform.warn('TASKROUTE_RULE_FAILED', 'long-form', new Error('no such signal'));
  expect(warnings).toEqual([
    {
      message: `The rule "long-form" failed and does not apply: no such signal. Mend its 'when'.`,
      type: 'TaskrouteWarning',
      code: 'TASKROUTE_RULE_FAILED',
    },
  ]);
});

test('a message is a whole sentence', () => {
  expect(platform.say('TASKROUTE_INVALID_TASK', 7)).toBe('A task is a string; this one is 7.');
});
