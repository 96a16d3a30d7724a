import { shownFile, shownSite } from '../survey/site.ts';
import type { Survey } from '../survey/survey.ts';
import { counted } from '../terminal/counted.ts';
import type { Check } from './check.ts';
import type { Surroundings } from './surroundings.ts';

const RUNS = /@taskroute\/unplugin\/register|\btaskroute\s+lower\b/;

/** Whether the calls whose task stands in a type alone are made real. */
export function buildChecks(survey: Survey, { builds, scripts }: Surroundings): readonly Check[] {
  const erased = survey.calls.filter(({ form }) => form === 'erased');
  const [first] = erased;
  if (first === undefined)
    return [
      {
        check: 'build',
        status: 'ok',
        message: 'no call has its task in a type alone, so no build has to make one real',
      },
    ];
  const lowering = [
    ...builds.map(({ file }) => shownFile(file, survey.root)),
    ...scripts
      .filter(({ command }) => RUNS.test(command))
      .map(({ file, name }) => `${shownFile(file, survey.root)} (${name})`),
  ];
  // One for each call that taskroute.json does not call lowered.
  const [unlowered, ...more] = survey.findings.filter(({ rule }) => rule === 'no-erased-task');
  if (unlowered !== undefined) {
    const { file, line, column } = unlowered;
    const count = counted(more.length + 1, 'call');
    const declare = 'set "lowered": true in taskroute.json';
    return [
      lowering.length > 0
        ? {
            ...{ check: 'build', status: 'finding', file, line, column },
            message: `${count} with the task in a type alone: ${named(lowering)} may make it real, and taskroute.json does not say so`,
            mend: declare,
          }
        : {
            ...{ check: 'build', status: 'finding', file, line, column },
            message: `${count} with the task in a type alone, and nothing that makes it real`,
            mend: `add @taskroute/unplugin to the build, or run "taskroute lower" behind tsc, and ${declare}`,
          },
    ];
  }
  if (lowering.length > 0)
    return [
      {
        check: 'build',
        status: 'ok',
        message: `${counted(erased.length, 'call')} with the task in a type, made real by ${named(lowering)}`,
      },
    ];
  const { file, line, column } = first;
  return [
    {
      ...{ check: 'build', status: 'cannot-verify', file, line, column },
      message: `taskroute.json says lowered, and no file or script here lowers ${shownSite(first)}`,
      mend: 'add @taskroute/unplugin to the build, or run "taskroute lower" behind tsc',
    },
  ];
}

/** More than these are in the way of the sentence. */
const SHOWN = 3;

function named(places: readonly string[]): string {
  const more = places.length > SHOWN ? ` and ${String(places.length - SHOWN)} more` : '';
  return `${places.slice(0, SHOWN).join(', ')}${more}`;
}
