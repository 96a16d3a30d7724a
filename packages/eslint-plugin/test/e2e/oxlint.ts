import { join } from 'node:path';
import { installed, run, type Linted, type Repository } from './repository.ts';

interface Diagnostic {
  readonly code?: string;
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** One real process of oxlint, over the folder `src`. */
export async function oxlint({ root }: Repository, ...values: readonly string[]): Promise<Linted> {
  const ended = await run(join(installed('oxlint'), 'bin/oxlint'), ['--format', 'json', ...values, 'src'], root);
  const { diagnostics } = JSON.parse(ended.stdout) as { readonly diagnostics: readonly Diagnostic[] };
  const findings = diagnostics.map(({ code, message, filename, labels }) => {
    const rule = /\((.*)\)/.exec(code ?? '')?.[1] ?? 'fatal';
    const task = /"([^"]*)"/.exec(message)?.[1] ?? message;
    return `${filename}:${String(labels[0]?.span.line ?? 0)} taskroute/${rule} ${task}`;
  });
  return { ...ended, findings: findings.sort() };
}
