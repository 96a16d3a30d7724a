import type { Io } from '../terminal/io.ts';
import { columns } from '../terminal/table.ts';
import { shownSite } from '../survey/site.ts';
import type { Survey } from '../survey/survey.ts';

export function auditText({ calls, findings }: Survey, { colors }: Io): string {
  const rows = calls.map((call) => [
    colors.dim(shownSite(call)),
    call.tasks.join(', '),
    [...new Set(call.decisions.map(({ model }) => model))].join(', '),
    [...new Set(call.decisions.map(({ via }) => via))].join(', '),
  ]);
  return `${columns(rows)}\n${findings.map((each) => `${shownSite(each)} ${each.rule}\n  ${each.message}`).join('\n')}\n`;
}
