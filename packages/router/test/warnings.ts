import { onTestFinished, vi } from 'vitest';

/** One call of `process.emitWarning`, as it was made. */
export interface Warning {
  readonly message: string;
  readonly type: string | undefined;
  readonly code: string | undefined;
}

/** What the process is warned of from now to the end of the test, instead of printing it. */
export function recordWarnings(): readonly Warning[] {
  const warnings: Warning[] = [];
  const spy = vi.spyOn(process, 'emitWarning').mockImplementation((message: string | Error, ...rest: unknown[]) => {
    const { type, code } = (rest[0] ?? {}) as { type?: string; code?: string }; // the form with options is the one in use
    warnings.push({ message: String(message), type, code });
  });
  onTestFinished(() => {
    spy.mockRestore();
  });
  return warnings;
}
