/** A function as a JavaScript program sees it: nothing checks what is handed in, or how much of it. */
export function unchecked(call: (...input: never[]) => unknown): (...input: unknown[]) => unknown {
  // Taking away the check is what it is for: the run-time checks are under test.
  return call as (...input: unknown[]) => unknown;
}
