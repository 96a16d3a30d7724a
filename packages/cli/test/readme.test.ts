import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { createRepository, type TestRepository } from './repository.ts';
import { runIn } from './run.ts';

const PAGE = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const BLOCKS = [...PAGE.matchAll(/^```(\w*)(?: file=(\S+))?\n([^]*?)^```$/gm)].map(
  ([, language = '', file = '', text = '']) => ({ language, file, text }),
);

/** The page's files, committed. */
function repository(): TestRepository {
  const files = BLOCKS.filter(({ file }) => file !== '').map(({ file, text }) => [file, text] as const);
  return createRepository(Object.fromEntries(files));
}

/** `taskroute move a b --reason "c d" > file` */
function parsed(line: string): { readonly argv: readonly string[]; readonly file: string | undefined } {
  const [command = '', file] = line.split(' > ');
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  return { argv: words.slice(1), file };
}

/** A commit has another hash each time. */
function shown(out: string): string {
  return out.replace(/\([\da-f]{7,}\)/g, '(1a2b3c4)').trim();
}

test('every command of the page says what stands there', async () => {
  using fixture = repository();
  const said: string[] = [];
  for (const { text } of BLOCKS.filter(({ language }) => language === 'console')) {
    let block = '';
    for (const [, line = ''] of text.matchAll(/^\$ (.*)$/gm)) {
      const { argv, file } = parsed(line);
      // What is exported is committed where the page checks it.
      if (argv.includes('--check')) await runIn(fixture.root, ...argv.filter((each) => each !== '--check'));
      const { exit, out, err } = await runIn(fixture.root, ...argv);
      expect([line, exit === 2 ? err : '']).toEqual([line, '']);
      if (file !== undefined) {
        mkdirSync(dirname(fixture.path(file)), { recursive: true });
        writeFileSync(fixture.path(file), out);
      }
      block += `$ ${line}\n${file === undefined ? `${shown(out)}\n` : ''}`;
    }
    said.push(block);
  }
  expect(BLOCKS.flatMap(({ language, text }) => (language === 'console' ? text : []))).toEqual(said);
});
