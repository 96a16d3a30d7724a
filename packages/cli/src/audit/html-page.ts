import { createHash } from 'node:crypto';
import { markup, markupOf, type Html } from './html.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: #1c2128; --soft: #59636e; --line: #d1d9e0; --paper: #fff; --bad: #b3261e; --good: #1a7f37; --link: #0969da; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --soft: #9198a1; --line: #3d444d; --paper: #0d1117; --bad: #ff8a80; --good: #56d364; --link: #79b8ff; }
}
body { margin: 0 auto; padding: 1.5rem; max-width: 72rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.2; }
h1 + p { color: var(--soft); }
a { color: var(--link); }
.bad { color: var(--bad); }
.good { color: var(--good); }
.table { overflow-x: auto; margin: 2rem 0; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; font-size: 1.125rem; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0; border-top: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 400; border-top: 0; }
tbody th { font-weight: 400; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
code { font: .875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
meter { width: 12rem; max-width: 40vw; }
`;

/** Nothing is fetched and nothing runs: a name out of somebody's code can do no more than be read. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** One page that needs no other file. */
export function pageHtml(title: string, body: readonly Html[]): string {
  // The policy's hash is that of the style to the character.
  return markupOf(markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: POLICY }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`);
}
