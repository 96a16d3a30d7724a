import { fileURLToPath } from 'node:url';

/** The most frames that can stand between a configuration file and `config()`. */
const DEEPEST = 100;

/** The file that called a function: ESLint's configuration file if it is among the callers, else the nearest; null where none is known. */
export function callerOf(called: (...values: never[]) => unknown): string | null {
  const files = framesOf(called).flatMap((site) => {
    const name = site.getFileName();
    if (name == null || name.startsWith('node:')) return [];
    return name.startsWith('file:') ? fileURLToPath(name) : name;
  });
  return files.find((file) => /[\\/]eslint\.config\.[cm]?[jt]s$/.test(file)) ?? files[0] ?? null;
}

function framesOf(called: (...values: never[]) => unknown): readonly NodeJS.CallSite[] {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was, never called
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = DEEPEST;
    Error.prepareStackTrace = (_error, sites) => sites;
    const holder: { stack?: unknown } = {};
    Error.captureStackTrace(holder, called);
    // With the function above the stack is its sites, unless a host has put its own accessor there.
    return Array.isArray(holder.stack) ? (holder.stack as NodeJS.CallSite[]) : [];
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}
