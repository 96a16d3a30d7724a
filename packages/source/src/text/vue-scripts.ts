/** A component's scripts as one text: all else blank, so that every offset and line is the component's own. */
export interface VueScripts {
  readonly text: string;
  /** What its scripts are written in. */
  readonly language: 'jsx' | 'ts' | 'tsx';
}

/** A comment, so that no tag in it counts, or a script with its attributes. A script ends at the first `</script`, as in HTML. */
const SCRIPT = /<!--[^]*?(?:-->|$)|<script(\s(?:[^>"']|"[^"]*"|'[^']*')*)?>([^]*?)<\/script\s*>/giu;

/** The scripts of a Vue single file. A script that stands in another file (`src`) is that file's. */
export function vueScriptsOf(text: string): VueScripts {
  let written = '';
  let language: VueScripts['language'] = 'jsx';
  for (const { 0: whole, 1: attributes = '', 2: script, index } of text.matchAll(SCRIPT)) {
    if (script === undefined) continue;
    const start = index + whole.indexOf('>', '<script'.length + attributes.length) + 1;
    const [, lang] = /\blang\s*=\s*["']?(\w+)/iu.exec(attributes) ?? [];
    if (lang === 'ts' || lang === 'tsx') language = lang;
    written += blank(text.slice(written.length, start)) + script;
  }
  return { text: written + blank(text.slice(written.length)), language };
}

function blank(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]/g, ' ');
}
