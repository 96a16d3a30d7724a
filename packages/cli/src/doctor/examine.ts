import { dirname, resolve } from 'node:path';
import { nameOfRouter } from '../audit/audit-json.ts';
import { siteOf } from '../survey/site.ts';
import type { Site, Survey } from '../survey/survey.ts';
import { buildChecks } from './build-checks.ts';
import type { Check } from './check.ts';
import { installedFrom, versionChecks, type Installed } from './installed.ts';
import { lintChecks } from './lint-checks.ts';
import { pluginChecks } from './plugin-checks.ts';
import { surroundingsOf } from './surroundings.ts';

/** A router, and what leads to it. */
interface ReachedRouter extends Site {
  readonly router: string;
  readonly calls: number;
  /** The files that call it, sorted. */
  readonly reachedBy: readonly string[];
}

export interface Examination {
  readonly node: string;
  readonly installed: readonly Installed[];
  readonly routers: readonly ReachedRouter[];
  readonly checks: readonly Check[];
}

/** What is seen of a folder. `survey` is null where it has no router: then it is what stands around that is looked at. */
export function examine(root: string, survey: Survey | null): Examination {
  const surroundings = surroundingsOf(root);
  const routers = survey?.routers ?? [];
  const folders = [
    root,
    ...surroundings.packages,
    ...routers.map(({ file }) => dirname(file)),
    ...(survey?.calls ?? []).map(({ file }) => dirname(resolve(root, file))),
  ];
  const installed = installedFrom(root, [...new Set(folders)]);
  const node = process.versions.node;
  return {
    node,
    installed,
    routers: survey === null ? [] : reachedRouters(survey),
    checks: [
      ...versionChecks(installed, node),
      ...(survey === null ? [] : [...tableChecks(survey), ...buildChecks(survey, surroundings)]),
      ...pluginChecks(surroundings, root),
      ...lintChecks(root, surroundings, routers),
    ],
  };
}

function reachedRouters({ routers, calls, root }: Survey): readonly ReachedRouter[] {
  return routers.map((router) => {
    const own = calls.filter((call) => call.router === router.id);
    return {
      router: nameOfRouter(router, root),
      ...siteOf(router.place, root),
      calls: own.length,
      reachedBy: [...new Set(own.map(({ file }) => file))].sort(),
    };
  });
}

function tableChecks({ findings }: Survey): readonly Check[] {
  const unread = findings.filter(({ rule }) => rule === 'no-unreadable-table');
  if (unread.length === 0) return [{ check: 'tables', status: 'ok', message: 'every table is read whole' }];
  return unread.map(({ file, line, column, message }) => ({
    ...{ check: 'tables', status: message.startsWith('Cannot verify') ? 'cannot-verify' : 'finding' },
    ...{ file, line, column, message },
  }));
}
