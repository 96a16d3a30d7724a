import type { RouterCall } from '../call/calls.ts';
import type { Scene } from '../evaluate/evaluate.ts';
import type { RouterSource } from '../router/router-source.ts';
import { lookUpsOf } from './look-ups.ts';
import { renameText } from './rename-text.ts';
import { allEdits, type Edited } from './text-edit.ts';

/** Has what one file asks of a task's line ask it under another name: its calls, and where the line is looked up. */
export function renameCalls(
  scene: Scene,
  calls: readonly RouterCall[],
  router: RouterSource,
  from: string,
  to: string,
): Edited {
  const places = calls
    .filter((call) => call.router.id === router.id)
    .flatMap(({ task }) => task.values.flatMap(({ value, place }) => (value === from ? place : [])));
  return allEdits([
    ...places.map((place) => renameText(scene.session, place, to)),
    ...lookUpsOf(scene, router, from).map(({ renamed }) => renamed(to)),
  ]);
}
