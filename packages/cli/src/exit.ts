/** How a command ends: clean, with findings, or without having been able to run. */
export type Exit = 0 | 1 | 2;

/** A command could not run: the message says why and what to do. It ends with 2, and no stack is shown. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** What a thrown thing says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
