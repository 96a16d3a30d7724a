import { shownFile, siteOf } from '../survey/site.ts';
import type { FoundRouter } from '../survey/survey.ts';
import type { Audit } from './audit.ts';

/** `schemas/audit.json` describes it. */
export function auditJson({ survey, counts, baseline }: Audit): object {
  const { root, routers, calls, findings, unused } = survey;
  const names = new Map(routers.map((router) => [router.id, nameOfRouter(router, root)]));
  return {
    routers: routers.map((router) => routerJson(router, root)),
    calls: calls.map(({ router, isInWrapper, isRefused, ...call }) => ({
      ...call,
      router: names.get(router),
      ...(isInWrapper && { isInWrapper }),
      ...(isRefused && { isRefused }),
    })),
    findings: findings.map(({ router, ...finding }) => ({ ...finding, router: names.get(router ?? '') ?? null })),
    unused: unused.map(({ router, ...route }) => ({ ...route, router: names.get(router) })),
    counts,
    ...(baseline !== null && { baseline }),
  };
}

/** `src/router.ts#router`: what `--router` takes. */
export function nameOfRouter({ file, name }: FoundRouter, root: string): string {
  return `${shownFile(file, root)}#${name}`;
}

function routerJson(router: FoundRouter, root: string): object {
  return {
    router: nameOfRouter(router, root),
    ...siteOf(router.place, root),
    tiers: router.tiers,
    default: router.default,
    routes: Object.fromEntries(router.routes.map(({ task, model }) => [task, model])),
    lines: router.routes.map(({ task, model, place }) => ({ task, model, ...siteOf(place, root) })),
    gaps: router.gaps.map(({ reason, ...gap }) => ({ reason, ...siteOf(gap, root) })),
  };
}
