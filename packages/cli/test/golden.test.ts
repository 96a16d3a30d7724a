import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createFixture } from '../../source/test/fixture.ts';
import type { Io } from '../src/terminal/io.ts';
import { VERSION } from '../src/version.ts';
import { COMMONJS, MONOREPO, TWO_ROUTERS, VUE } from './repositories.ts';
import { runWith } from './run.ts';
import { faultsBySarif } from './sarif.ts';
import { faultsOfJson } from './schema.ts';

const REPOSITORIES = Object.entries({
  monorepo: MONOREPO,
  commonjs: COMMONJS,
  'two-routers': TWO_ROUTERS,
  vue: VUE,
});

const FORMATS: readonly (readonly [ending: string, argv: readonly string[], terminal: Partial<Io>])[] = [
  ['80.txt', ['--format', 'text'], { isTerminal: true, columns: 80 }],
  ['120.txt', ['--format', 'text', '--calls'], { isTerminal: true, columns: 120 }],
  ['pipe.txt', [], {}],
  ['json', ['--json'], {}],
  ['sarif', ['--format', 'sarif'], {}],
  ['md', ['--format', 'markdown'], {}],
  ['html', ['--format', 'html'], {}],
];

/** What differs from machine to machine, and from release to release. */
function same(text: string, root: string): string {
  return text
    .replaceAll(pathToFileURL(`${root}/`).href, 'file:///root/')
    .replaceAll(root, '/root')
    .replaceAll(`ersion": "${VERSION}"`, 'ersion": "x.y.z"');
}

describe.each(REPOSITORIES)('%s', (name, files) => {
  test.each(FORMATS)('is shown as the golden file: %s', async (ending, argv, terminal) => {
    using fixture = createFixture(files);
    const { exit, out, err } = await runWith(terminal, fixture.root, 'audit', ...argv);
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    await expect(same(out, fixture.root)).toMatchFileSnapshot(join('golden', `${name}.${ending}`));
    if (ending === 'json') expect(faultsOfJson('audit', out)).toEqual([]);
    if (ending === 'sarif') expect(faultsBySarif(out)).toEqual([]);
  });
});
