import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import plugin from '../src/index.ts';

/** Where pnpm keeps every package of the workspace. */
const STORE = resolve(import.meta.dirname, '../../../node_modules/.pnpm');

const LONGEST = 200_000;
const CODE = 2_000;
const DECLARATIONS = 1_000;

/** Without links: pnpm's lead from package to package, and back into the workspace. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return entry.isFile() && /\.([cm]?js|jsx|d\.[cm]?ts)$/.test(entry.name) ? path : [];
  });
}

/** Evenly over all packages, so that every style of code has its part. */
function sample(files: readonly string[], count: number): readonly string[] {
  const step = files.length / count;
  return step <= 1 ? files : Array.from({ length: count }, (_, index) => files[Math.floor(index * step)] as string);
}

test('says nothing of thousands of files that know no router, and fails on none', () => {
  // No type declares that a plugin's rules can be typescript-eslint's.
  const config = [
    { ignores: ['!**/node_modules/'] },
    {
      ...plugin.configs.strict,
      files: ['**/*'],
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    },
    { files: ['**/*.d.*ts'], languageOptions: { parser } },
  ] as unknown as Linter.Config[];
  const linter = new Linter({ cwd: STORE });
  const all = [...filesIn(STORE)].sort();
  const isDeclaration = (file: string): boolean => /\.d\.[cm]?ts$/.test(file);
  const code = sample(
    all.filter((file) => !isDeclaration(file)),
    CODE,
  );
  const declarations = sample(all.filter(isDeclaration), DECLARATIONS);

  let read = 0;
  const findings: string[] = [];
  for (const file of [...code, ...declarations]) {
    const text = readFileSync(file, 'utf8');
    if (text.length > LONGEST) continue;
    const messages = linter.verify(text, config, { filename: file });
    expect(messages, file).not.toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('ignored') as string }),
    );
    if (!messages.some(({ fatal }) => fatal === true)) read++;
    for (const { ruleId, line, message } of messages)
      if (ruleId !== null) findings.push(`${relative(STORE, file)}:${String(line)} ${ruleId} ${message}`);
  }

  expect(findings).toEqual([]);
  // Packages also ship what is no module of today: templates, fixtures of parsers.
  expect(read).toBeGreaterThan(0.9 * (CODE + DECLARATIONS));
});
