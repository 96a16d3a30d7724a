import { createRequire } from 'node:module';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Installed packages as they are: one ships its TypeScript, one CommonJS, one ES modules. */
const PACKAGES: readonly (readonly [name: string, files: string])[] = [
  ['ai', 'src/**/*.ts'],
  ['eslint', 'lib/**/*.js'],
  ['rollup', 'dist/es/**/*.js'],
];

/** A text of an installed package. */
export interface Text {
  readonly name: string;
  readonly text: string;
}

/** The texts of some installed packages, tests left out. */
export function installedTexts(): readonly Text[] {
  const { resolve } = createRequire(import.meta.url);
  return PACKAGES.flatMap(([name, files]) => {
    const folder = dirname(resolve(`${name}/package.json`));
    return globSync(files, { cwd: folder, exclude: ['**/*.test.ts', '**/*.test-d.ts', '**/*.d.ts'] })
      .sort()
      .map((file) => ({ name: `${name}/${file}`, text: readFileSync(join(folder, file), 'utf8') }));
  });
}
