interface Answer {
  /** How long the call takes. */
  readonly seconds: number;
  readonly text: (prompt: string) => string;
}

/** What a message, a mail or a listing can be called. */
const LABELS = ['complaint', 'contract', 'meeting', 'question', 'request', 'newsletter', 'spam', 'fit'];

const ANSWERS: Readonly<Record<string, Answer>> = {
  exploration: { seconds: 75, text: (prompt) => `Five sources read. ${firstLine(prompt)}` },
  synthesis: { seconds: 90, text: (prompt) => `What they agree on, and where they differ. ${firstLine(prompt)}` },
  'action-extract': {
    seconds: 20,
    text: (prompt) =>
      ['large: find out more', 'small: check the figures', 'large: build a trial', 'large: compare with ours']
        .map((action) => `${action} (${firstLine(prompt)})`)
        .join('\n'),
  },
  'knowledge-track': { seconds: 25, text: (prompt) => `Two facts are new, one is out of date. ${firstLine(prompt)}` },
  analysis: { seconds: 120, text: (prompt) => `Three ways to do it, the second is the best. ${firstLine(prompt)}` },
  'complex-research': { seconds: 360, text: (prompt) => `Found, with the steps that led there. ${firstLine(prompt)}` },
  'data-extraction': { seconds: 4, text: (prompt) => lastLine(prompt).toLowerCase() },
  classification: { seconds: 2, text: (prompt) => LABELS.find((label) => prompt.includes(label)) ?? 'other' },
  'email-draft': { seconds: 5, text: (prompt) => `Good morning. ${lastLine(prompt)}` },
  'health-check': { seconds: 2, text: () => 'healthy' },
  'crm-update': { seconds: 2, text: (prompt) => `noted: ${lastLine(prompt)}` },
  'client-comms': { seconds: 25, text: (prompt) => `Thank you for your message. ${lastLine(prompt)}` },
  'meeting-prep': { seconds: 40, text: (prompt) => `What they want, what we offer, what is open. ${lastLine(prompt)}` },
  'follow-up': { seconds: 20, text: (prompt) => `We have not forgotten you. ${lastLine(prompt)}` },
  contract: { seconds: 60, text: (prompt) => `Parties, subject, fee, term. ${lastLine(prompt)}` },
  'bid-review': { seconds: 60, text: (prompt) => `Two risks, one chance. ${lastLine(prompt)}` },
  'proposal-draft': { seconds: 70, text: (prompt) => `The problem, our way, the price. ${lastLine(prompt)}` },
  'cold-outreach': { seconds: 20, text: (prompt) => `We saw what you are building. ${lastLine(prompt)}` },
  strategy: { seconds: 240, text: (prompt) => `One thing to do, and two to leave. ${lastLine(prompt)}` },
  'blog-post': { seconds: 200, text: (prompt) => `A post of 900 words. ${lastLine(prompt)}` },
  'book-writing': { seconds: 300, text: (prompt) => `A section of 1,400 words. ${lastLine(prompt)}` },
  'content-reformat': { seconds: 6, text: (prompt) => `The same, shorter. ${firstLine(prompt)}` },
  'social-post': { seconds: 4, text: (prompt) => `In two sentences. ${lastLine(prompt)}` },
  'prospect-search': { seconds: 15, text: () => 'a maker of valves\na chain of bakeries' },
  'daily-plan': { seconds: 6, text: () => 'Three things today, the hardest first.' },
  'daily-reflection': { seconds: 6, text: () => 'Two of three done; the third moves to tomorrow.' },
  'system-recs': { seconds: 45, text: (prompt) => `Nothing urgent. ${firstLine(prompt)}` },
};

/** What comes back for a task without a template: even offline, nothing is left unanswered. */
const ANY_ANSWER: Answer = { seconds: 15, text: (prompt) => `Done. ${lastLine(prompt)}` };

const answers = new Map(Object.entries(ANSWERS));

export function answerOf(task: string): Answer {
  return answers.get(task) ?? ANY_ANSWER;
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('');
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1);
}
