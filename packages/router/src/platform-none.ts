import type { Platform } from './platform.ts';

const silence = { hasSubscribers: false, publish: () => undefined };

/**
 * Browsers and workers: nobody can listen, and the console, where there is one, shows what a warning is about as it is. A
 * message is a code and the texts that it is about: whole sentences would take half of the bundle.
 */
export const platform: Platform = {
  decisions: silence,
  unrouted: silence,
  warn: (...about) => {
    (globalThis.console as Console | undefined)?.warn(...about);
  },
  say: (...about) => about.filter((each) => typeof each === 'string').join(' '),
};
