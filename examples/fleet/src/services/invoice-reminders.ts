import type { Desk } from '../desk.ts';
import { routeModel } from '../model-router.ts';

const OVERDUE = ['Alder Tours, 12 days', 'Northgate Print, 5 days', 'Quill Press, 31 days'];

/**
 * Reminds clients of what they owe. The newest service: whoever wrote it forgot the task's line in the table. Nothing
 * fails; the default serves it, and the router's log says so at every call.
 */
export async function remindOfInvoices({ agent, model }: Desk): Promise<void> {
  for (const invoice of OVERDUE) {
    await model.ask({
      // eslint-disable-next-line taskroute/no-unrouted-task -- unlisted on purpose: the log is to show it
      model: routeModel('invoice-reminder'),
      task: 'invoice-reminder',
      prompt: `A kind reminder for ${agent.subject}:\n${invoice}`,
    });
  }
}
