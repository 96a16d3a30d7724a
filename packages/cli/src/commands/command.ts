import type { Command } from 'commander';
import type { Exit } from '../exit.ts';
import type { Io } from '../terminal/io.ts';

/** Adds a command to the program; `end` takes how it ended, where that is not clean. Errors: `CannotRun`, for the whole program to say. */
export type AddCommand = (program: Command, io: Io, end: (exit: Exit) => void) => void;

/** The description of `--router`, which several commands take. */
export const ROUTER_OPTION = [
  '--router <name>',
  'one router: its file, its name, or both (src/router.ts#router)',
] as const;
export const JSON_OPTION = ['--json', 'print JSON, as the published schema says'] as const;

/** What follows a command's help. */
export function example(...lines: readonly string[]): string {
  return `\nExample:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
}

/** Prints a documented shape. */
export function writeJson(io: Io, shape: object): void {
  io.out(`${JSON.stringify({ version: 1, ...shape }, null, 2)}\n`);
}
