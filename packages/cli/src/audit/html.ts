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
export function html(strings: TemplateStringsArray, ...parts: readonly (string | Html | readonly Html[])[]): Html {
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
  const nameOf = (column: Column): string => (typeof column === 'string' ? column : column.number);
  const isNumber = (index: number): boolean => typeof head[index] === 'object';
  const heads = head.map((column, index) =>
    isNumber(index)
      ? html`<th scope="col" class="number">${nameOf(column)}</th>`
      : html`<th scope="col">${nameOf(column)}</th>`,
  );
  const body = rows.map((cells) => {
    const all = cells.map((cell, index) => {
      if (index === 0) return html`<th scope="row">${cell}</th>`;
      return isNumber(index) ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`;
    });
    return html`<tr>
      ${all}
    </tr>`;
  });
  return html`<div class="table" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
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
