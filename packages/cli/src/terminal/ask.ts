import type { Io } from './io.ts';

/** Asks a person yes or no. No, and an end of the talk, are false. Only where `io.isInteractive`. */
export async function ask(io: Io, question: string): Promise<boolean> {
  if (io.ask !== undefined) return io.ask(question);
  // Loaded where somebody is asked: no other command needs it.
  const { confirm } = await import('@clack/prompts');
  return (await confirm({ message: question })) === true;
}
