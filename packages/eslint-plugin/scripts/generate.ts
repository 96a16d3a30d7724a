/**
 * Writes what is known from the rules' `meta`: the README's table of rules and list of presets, and the headers of the rules'
 * pages. With `--check` it writes nothing and fails on a difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Rule } from '../src/create-rule.ts';
import { PRESETS, rulesOf } from '../src/presets.ts';
import { rules } from '../src/rules/index.ts';

const ROOT = join(import.meta.dirname, '..');
const README = join(ROOT, 'README.md');

/** A file, as it is and as it should be. */
export interface Generated {
  readonly file: string;
  readonly is: string;
  readonly shouldBe: string;
}

export function generate(): readonly Generated[] {
  const readme = read(README);
  const pages = Object.entries(rules).map(([name, rule]) => {
    const file = join(ROOT, 'docs/rules', `${name}.md`);
    const is = read(file);
    return { file, is, shouldBe: withPart(is, 'header', headerOf(name, rule)) };
  });
  const shouldBe = withPart(withPart(readme, 'rules', ruleTable()), 'presets', presetList());
  return [{ file: README, is: readme, shouldBe }, ...pages];
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The text with a part between its markers; a text without them begins with it. */
function withPart(text: string, name: string, part: string): string {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const whole = `${begin}\n\n${part}\n\n${end}`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to === -1) return text === '' ? `${whole}\n` : `${whole}\n\n${text}`;
  return text.slice(0, from) + whole + text.slice(to + end.length);
}

function ruleTable(): string {
  const rows = Object.entries(rules).map(([name, { meta }]) => [
    `[\`${name}\`](docs/rules/${name}.md)`,
    descriptionOf(meta),
    `\`${presetOf(meta)}\``,
    mendOf(meta) ?? '',
  ]);
  return tableOf([['rule', 'says', 'preset', 'mends by'], ...rows]);
}

/** A Markdown table whose columns are as wide as their widest cell. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

function presetList(): string {
  return PRESETS.map((preset) => {
    const names = Object.keys(rules).filter((name) => presetOf(rules[name]?.meta) === preset);
    const also = Object.keys(rulesOf(rules, preset)).length > names.length ? '`recommended`, and ' : '';
    return `- \`${preset}\`: ${also}${names.map((name) => `\`${name}\``).join(', ')}`;
  }).join('\n');
}

function headerOf(name: string, { meta }: Rule): string {
  const mend = mendOf(meta);
  const preset = presetOf(meta);
  const also = preset === 'recommended' ? ', and so in `strict`' : '';
  const lines = [
    `# ${name}`,
    `${capital(descriptionOf(meta))}.`,
    `In the preset \`${preset}\`${also}.${mend === null ? '' : ` Mends by ${mend}.`}`,
  ];
  return lines.join('\n\n');
}

type Meta = Rule['meta'];

function descriptionOf({ docs }: Meta): string {
  return docs?.description ?? '';
}

function presetOf(meta: Meta | undefined): string {
  return meta?.docs?.preset ?? '';
}

function mendOf({ fixable, hasSuggestions }: Meta): string | null {
  const ways = [...(fixable === undefined ? [] : ['`--fix`']), ...(hasSuggestions === true ? ['suggestions'] : [])];
  return ways.length === 0 ? null : ways.join(' and ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function main(values: readonly string[]): void {
  const stale = generate().filter(({ is, shouldBe }) => is !== shouldBe);
  for (const { file, shouldBe } of stale) {
    const name = relative(ROOT, file);
    if (values.includes('--check')) console.error(`${name} is not what the rules say; run: pnpm generate`);
    else writeFileSync(file, shouldBe);
  }
  if (values.includes('--check') && stale.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
