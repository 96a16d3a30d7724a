export { doubtOfEscape, doubtsOfCall, type Doubt } from './finding/calls-in-doubt.ts';
export {
  contradictionOf,
  strayOptions,
  unknownModels,
  type Contradiction,
  type StrayOption,
  type UnknownModel,
} from './finding/refused-options.ts';
export { listOf, quote, quoteValue, quoteWith, visible } from './finding/quote.ts';
export { nameOfFile, nameOfPlace, nameOfTable } from './finding/say.ts';
export { messageOf, SENTENCES, type AnySaid, type FindingRule, type Said } from './finding/sentences.ts';
export { duplicateRoutes, tableFaults, type DuplicateRoute, type TableFault } from './finding/table-faults.ts';
export { missingTasks, unroutedTasks, type Domains, type MissingTask, type UnroutedTask } from './finding/unrouted.ts';
