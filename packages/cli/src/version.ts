import { createRequire } from 'node:module';

// The version has one place.
const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** The command's own. */
export const VERSION: string = version;
