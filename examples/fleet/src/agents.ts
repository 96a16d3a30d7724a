import { on, type Agent, type AgentKind, type Trigger } from './agent.ts';
import type { ServiceName } from './services.ts';
import { at, every } from './timer.ts';

/** The fleet: 23 agents that a timer starts, 23 that always run on the server, 7 in the cloud. */
export const AGENTS: readonly Agent[] = [
  // The night, from research to knowledge.
  timed('research agents', 'battery storage', at('01:00')),
  timed('research agents', 'developer tooling', at('01:00')),
  timed('research agents', 'freight rates', at('01:00')),
  timed('research agents', 'open-weight models', at('01:00')),
  timed('research agents', 'public procurement', at('01:00')),
  timed('research agents', 'subscription pricing', at('01:00')),
  timed('research agents', 'water treatment', at('01:00')),
  timed('action extractor', 'reports', at('02:00')),
  timed('cross-research synthesizer', 'reports', at('02:15')),
  timed('knowledge tracker', 'reports', at('02:30')),
  timed('builder', 'product', at('03:00')),
  timed('builder', 'tooling', at('03:00')),

  // The morning.
  timed('job digest', 'public sector', at('06:00'), at('14:00')),
  timed('job digest', 'regional', at('06:00'), at('14:00')),
  timed('job digest', 'remote', at('06:00'), at('14:00')),
  timed('job digest', 'startups', at('06:00'), at('14:00')),
  timed('briefing mailer', 'investors', at('07:00')),
  timed('briefing mailer', 'owner', at('07:00')),
  timed('briefing mailer', 'partners', at('07:00')),
  timed('briefing mailer', 'team', at('07:00')),
  timed('playbook', 'consulting', at('09:00')),
  timed('playbook', 'products', at('09:00')),

  // The end of the day.
  timed('agent analytics', 'fleet', at('23:59')),

  // Always on: what is watched.
  resident('health check', 'server', every(10)),
  resident('health check', 'client sites', every(60)),
  resident('health check', 'mail', every(60)),

  // Always on: what comes in.
  resident('CRM updater', 'new business', on('pipeline')),
  resident('CRM updater', 'partners', on('pipeline')),
  resident('CRM updater', 'renewals', on('pipeline')),
  resident('CRM updater', 'support', on('pipeline')),
  resident('CRM updater', 'workshops', on('pipeline')),
  resident('inbox triage', 'jobs@', on('mail')),
  resident('inbox triage', 'office@', on('mail')),
  resident('bid desk', 'city tenders', on('tender')),
  resident('bid desk', 'state tenders', on('tender')),

  // Always on: a desk for each client, with the day's meetings in the morning and the open threads in the afternoon.
  resident('client desk', 'Alder Tours', at('08:00'), on('message'), at('16:30')),
  resident('client desk', 'Harbour Foods', at('08:00'), on('message'), at('16:30')),
  resident('client desk', 'Lindqvist Dental', at('08:00'), on('message'), at('16:30')),
  resident('client desk', 'Northgate Print', at('08:00'), on('message'), at('16:30')),
  resident('client desk', 'Okafor Legal', at('08:00'), on('message'), at('16:30')),
  resident('client desk', 'Quill Press', at('08:00'), on('message'), at('16:30')),
  resident('invoice reminders', 'overdue invoices', at('16:00')),

  // Always on: the owner's day, and what the fleet says in public.
  resident('day planner', 'owner', at('06:30'), at('21:30')),
  resident('social desk', 'company page', at('12:00'), at('15:00'), at('18:00')),
  resident('social desk', 'founder', at('12:00'), at('15:00'), at('18:00')),
  resident('social desk', 'product', at('12:00'), at('15:00'), at('18:00')),

  // In the cloud: long work, and what must not fall with the server.
  remote('health check', 'cloud', every(60)),
  remote('prospect search', 'north', every(120)),
  remote('prospect search', 'south', every(120)),
  remote('system reviewer', 'operations', at('05:00'), at('17:00')),
  remote('blog writer', 'company blog', at('10:30')),
  remote('content repurposer', 'company blog', at('11:30')),
  remote('book writer', 'field guide', at('04:00'), at('20:00')),
];

function timed(service: ServiceName, subject: string, ...triggers: readonly Trigger[]): Agent {
  return agent('timer-triggered', service, subject, triggers);
}

function resident(service: ServiceName, subject: string, ...triggers: readonly Trigger[]): Agent {
  return agent('long-running', service, subject, triggers);
}

function remote(service: ServiceName, subject: string, ...triggers: readonly Trigger[]): Agent {
  return agent('cloud', service, subject, triggers);
}

function agent(kind: AgentKind, service: ServiceName, subject: string, triggers: readonly Trigger[]): Agent {
  return { name: `${service} · ${subject}`, kind, service, subject, triggers };
}
