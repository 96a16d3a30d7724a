import { callsOf } from '../call/calls.ts';
import { routerNodes } from '../module/leading.ts';
import type { RouterSource } from '../router/router-source.ts';
import type { Session } from '../session.ts';
import { isGap, type Module } from '../text/parse.ts';
import type { Place } from '../text/place.ts';
import { fileOf, moduleOf, type SourceInput } from '../text/source-input.ts';
import { addLine } from './add-line.ts';
import { lookUpsOf } from './look-ups.ts';
import { mentionsOf } from './mentions.ts';
import { moveLine } from './move-line.ts';
import { removeLine } from './remove-line.ts';
import { renameCalls } from './rename-calls.ts';
import { renameModels } from './rename-models.ts';
import { renameLine } from './rename-line.ts';
import type { Edited } from './text-edit.ts';

/**
 * What is to be written to change a table. Nothing is written here, and nothing proven: read the edited text again, and see that it
 * says what it should.
 *
 * Errors: none are thrown; what cannot be edited is a reason with its place.
 */
export interface TableEdits {
  /** The value of one line. */
  move: (router: RouterSource, task: string, model: string) => Edited;
  add: (router: RouterSource, task: string, model: string) => Edited;
  remove: (router: RouterSource, task: string) => Edited;
  /** The key of one line, wherever its text is written. */
  rename: (router: RouterSource, from: string, to: string) => Edited;
  /** The texts by which one file asks for a task: in calls, in types, and where the line is looked up. */
  renameIn: (source: SourceInput, router: RouterSource, from: string, to: string) => Edited;
  /** The task's own models in `taskroute.json`. */
  renameModels: (from: string, to: string) => Edited;
  /** Where one file looks a line up by its name, without a call. */
  lookUpsIn: (source: SourceInput, router: RouterSource, task: string) => readonly Place[];
  /** Where one file writes a name as a text or a key, whatever for. */
  mentionsIn: (source: SourceInput, name: string) => readonly Place[];
}

export function createTableEdits(begin: (hosted?: Module) => Session): TableEdits {
  return {
    move: (router, task, model) => moveLine(begin(), router, task, model),
    add: (router, task, model) => addLine(begin(), router, task, model),
    remove: (router, task) => removeLine(begin(), router, task),
    rename: (router, from, to) => renameLine(begin(), router, from, to),
    renameIn(source, router, from, to) {
      const module = moduleOf(source);
      if (isGap(module)) return { reason: `it ${module.reason}`, place: startOf(source) };
      const scene = { session: begin(module), module };
      return renameCalls(scene, callsOf(scene, routerNodes(scene)), router, from, to);
    },
    renameModels: (from, to) => renameModels(begin(), from, to),
    lookUpsIn(source, router, task) {
      const module = moduleOf(source);
      if (isGap(module)) return [];
      return lookUpsOf({ session: begin(module), module }, router, task).map(({ place }) => place);
    },
    mentionsIn(source, name) {
      const module = moduleOf(source);
      return isGap(module) ? [] : mentionsOf(module, name);
    },
  };
}

function startOf(source: SourceInput): Place {
  return { file: fileOf(source), line: 1, column: 1, range: [0, 0] };
}
