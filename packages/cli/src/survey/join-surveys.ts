import type { FileSurvey, Finding } from './survey.ts';

/** Several files' surveys as one: a router, and a sentence about one place, stands in it once. */
export function joinSurveys(surveys: readonly FileSurvey[]): FileSurvey {
  return {
    calls: surveys.flatMap(({ calls }) => calls),
    findings: distinct(surveys.flatMap(({ findings }) => findings)),
    routers: [...new Map(surveys.flatMap(({ routers }) => routers).map((router) => [router.id, router])).values()],
    reached: [...new Set(surveys.flatMap(({ reached }) => reached))],
  };
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...new Map(
      findings.map((each) => [JSON.stringify([each.rule, each.file, each.line, each.column, each.message]), each]),
    ).values(),
  ];
}
