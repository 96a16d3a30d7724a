import { verdictOf, type FileReport, type RouterCall } from '../src/index.ts';
import type { Expected } from './corpus/case.ts';

/** What a report says, as the corpus writes it: this is all that a linter has to do with it. */
export function judged({ calls, escapes }: FileReport): readonly Expected[] {
  const found = [
    ...calls.flatMap(ofCall),
    ...escapes.map(({ place }): Expected => ({ line: place.line, task: null, via: 'cannot verify' })),
  ];
  return sorted(found);
}

function ofCall(call: RouterCall): readonly Expected[] {
  const { line } = call.place;
  const found = call.task.values.flatMap(({ value }) =>
    call.options.choices.map((options): Expected => {
      const verdict = verdictOf(call.router, value, options);
      if (verdict.kind === 'decided') return { line, task: value, via: verdict.decision.via };
      return { line, task: value, via: verdict.kind === 'refused' ? 'refused' : 'cannot verify' };
    }),
  );
  const sure = call.within !== null || (call.task.complete && call.options.complete);
  return sure ? found : [...found, { line, task: null, via: 'cannot verify' }];
}

export function sorted(all: readonly Expected[]): readonly Expected[] {
  const key = ({ line, task, via }: Expected) => `${String(line).padStart(4)} ${task ?? '~'} ${via}`;
  return [...all].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
