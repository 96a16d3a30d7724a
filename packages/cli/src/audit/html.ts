import { visible } from '@taskroute/source/findings';

/** Markup that is written here, as against text that stands in somebody's code. */
export interface Html {
  readonly html: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text is escaped, markup is not. */
export function markupOf(part: string | Html): string {
  if (typeof part !== 'string') return part.html;
  return visible(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Markup with parts put in: texts, markup, lists of both. */
export function markup(strings: TemplateStringsArray, ...parts: readonly (string | Html | readonly Html[])[]): Html {
  const texts = strings.map((text, index) => {
    const part = parts[index];
    if (part === undefined) return text;
    return text + (typeof part === 'string' || 'html' in part ? markupOf(part) : part.map(markupOf).join('\n'));
  });
  return { html: texts.join('') };
}

/** A column of a table; `number` is aligned to the right. */
export type Column = string | { readonly number: string };

/** A table with a caption; the first cell of a row is its head. */
export function tableHtml(
  caption: string,
  head: readonly Column[],
  rows: readonly (readonly (string | Html)[])[],
): Html {
  const heads = head.map((column) =>
    typeof column === 'string'
      ? markup`<th scope="col">${column}</th>`
      : markup`<th scope="col" class="number">${column.number}</th>`,
  );
  const cellOf = (cell: string | Html, index: number): Html => {
    if (index === 0) return markup`<th scope="row">${cell}</th>`;
    return typeof head[index] === 'object' ? markup`<td class="number">${cell}</td>` : markup`<td>${cell}</td>`;
  };
  const body = rows.map((cells) => markup`<tr>\n${cells.map(cellOf)}\n</tr>`);
  return markup`<div class="table" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead>
<tr>
${heads}
</tr>
</thead>
<tbody>
${body}
</tbody>
</table>
</div>`;
}
