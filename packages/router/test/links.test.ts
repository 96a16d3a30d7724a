import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE } from './package-project.ts';

const WORKSPACE = join(PACKAGE, '../..');
const PAGES = globSync(['*.md', '.changeset/*.md', '{bench,docs,examples,packages}/**/*.md'], {
  cwd: WORKSPACE,
  exclude: (name) => name === 'node_modules' || name === 'dist',
});

/** A page without its code. */
function proseOf(page: string): string {
  return readFileSync(join(WORKSPACE, page), 'utf8')
    .replace(/^(`{3,})[^]*?^\1`*$/gm, '')
    .replace(/(`+)[^`][^]*?\1/g, (code) => code.replace(/[[\]()]/g, ' '));
}

/** The anchors that GitHub gives to a page's headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = [...proseOf(page).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = '']) => {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = plain.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    const times = seen.get(anchor) ?? 0;
    seen.set(anchor, times + 1);
    return times === 0 ? anchor : `${anchor}-${String(times)}`;
  });
  return new Set(anchors);
}

/** What leads from a page to a place in this project that is not there. */
function deadLinksOf(page: string): readonly string[] {
  const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)|^\[[^\]]+\]: +(\S+)/gm)];
  return links.flatMap(([, inline, reference]) => {
    const link = inline ?? reference ?? '';
    if (/^[a-z]+:/.test(link)) return [];
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : join(dirname(page), decodeURI(path));
    if (!existsSync(join(WORKSPACE, target))) return link;
    if (anchor === undefined || statSync(join(WORKSPACE, target)).isDirectory()) return [];
    return anchorsOf(target).has(anchor) ? [] : link;
  });
}

test('there are pages, and links between them', () => {
  expect(PAGES).toContain('packages/router/README.md');
  expect(proseOf('README.md')).toMatch(/\]\([^)#:]+\.md\)/);
});

test.each(PAGES)('every link of %s leads somewhere', (page) => {
  expect(deadLinksOf(page)).toEqual([]);
});
