import { channel } from 'node:diagnostics_channel';
import type { Platform } from './platform.ts';
import { sentence } from './sentence.ts';

/** Node, Deno and Bun: events go through `node:diagnostics_channel`, warnings through the process, in whole sentences. */
export const platform: Platform = {
  decisions: channel('taskroute:decision'),
  unrouted: channel('taskroute:unrouted'),
  warn: (code, ...about) => {
    process.emitWarning(sentence(code, ...about), { type: 'TaskrouteWarning', code });
  },
  say: sentence,
};
