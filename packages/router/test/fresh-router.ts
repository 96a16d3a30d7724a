import { vi } from 'vitest';

/** The router's modules as a new process finds them: not one warning has been given. */
export async function freshRouter(): Promise<typeof import('../src/index.ts')> {
  vi.resetModules();
  return import('../src/index.ts');
}
