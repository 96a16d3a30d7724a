import type { Desk } from './desk.ts';
import { extractActions } from './services/action-extractor.ts';
import { reportTiers } from './services/agent-analytics.ts';
import { reviewBid } from './services/bid-desk.ts';
import { writePosts } from './services/blog-writer.ts';
import { writeSections } from './services/book-writer.ts';
import { mailBriefing } from './services/briefing-mailer.ts';
import { build } from './services/builder.ts';
import { serveClient } from './services/client-desk.ts';
import { repurpose } from './services/content-repurposer.ts';
import { updateCrm } from './services/crm-updater.ts';
import { synthesizeReports } from './services/cross-research-synthesizer.ts';
import { planDay } from './services/day-planner.ts';
import { checkHealth } from './services/health-check.ts';
import { triage } from './services/inbox-triage.ts';
import { remindOfInvoices } from './services/invoice-reminders.ts';
import { digestJobs } from './services/job-digest.ts';
import { trackKnowledge } from './services/knowledge-tracker.ts';
import { followPlaybook } from './services/playbook.ts';
import { searchProspects } from './services/prospect-search.ts';
import { research } from './services/research-agents.ts';
import { postOnce } from './services/social-desk.ts';
import { reviewSystem } from './services/system-reviewer.ts';

export interface Service {
  readonly work: (desk: Desk) => void | Promise<void>;
  /** How many agents work at once where several start together; all of them where it is left out. */
  readonly batch?: number;
}

export const SERVICES = {
  'research agents': { work: research, batch: 4 },
  'action extractor': { work: extractActions },
  'cross-research synthesizer': { work: synthesizeReports },
  'knowledge tracker': { work: trackKnowledge },
  builder: { work: build },
  'job digest': { work: digestJobs },
  'briefing mailer': { work: mailBriefing },
  playbook: { work: followPlaybook },
  'health check': { work: checkHealth },
  'CRM updater': { work: updateCrm },
  'inbox triage': { work: triage },
  'bid desk': { work: reviewBid },
  'client desk': { work: serveClient },
  'invoice reminders': { work: remindOfInvoices },
  'day planner': { work: planDay },
  'social desk': { work: postOnce },
  'prospect search': { work: searchProspects },
  'system reviewer': { work: reviewSystem },
  'blog writer': { work: writePosts },
  'content repurposer': { work: repurpose },
  'book writer': { work: writeSections },
  'agent analytics': { work: reportTiers },
} as const satisfies Readonly<Record<string, Service>>;

export type ServiceName = keyof typeof SERVICES;
