import type { Rule } from '../create-rule.ts';
import { noDuplicateRoute } from './no-duplicate-route.ts';
import { noDynamicTask } from './no-dynamic-task.ts';
import { noErasedTask } from './no-erased-task.ts';
import { noHardcodedModel } from './no-hardcoded-model.ts';
import { noRedundantOverride } from './no-redundant-override.ts';
import { noUnknownModel } from './no-unknown-model.ts';
import { noUnreadableTable } from './no-unreadable-table.ts';
import { noUnroutedTask } from './no-unrouted-task.ts';
import { noUntrackedRouter } from './no-untracked-router.ts';
import { sortRoutes } from './sort-routes.ts';

/** Every rule by its name. */
export const rules: Record<string, Rule> = {
  'no-duplicate-route': noDuplicateRoute,
  'no-dynamic-task': noDynamicTask,
  'no-erased-task': noErasedTask,
  'no-hardcoded-model': noHardcodedModel,
  'no-redundant-override': noRedundantOverride,
  'no-unknown-model': noUnknownModel,
  'no-unreadable-table': noUnreadableTable,
  'no-unrouted-task': noUnroutedTask,
  'no-untracked-router': noUntrackedRouter,
  'sort-routes': sortRoutes,
};
