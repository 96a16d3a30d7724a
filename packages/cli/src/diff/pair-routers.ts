import { resolve } from 'node:path';
import { nameOfRouter } from '../audit/audit-json.ts';
import type { FoundRouter, Survey } from '../survey/survey.ts';
import { shownFile } from '../survey/site.ts';

/** A router on both sides, or on one. */
export interface RouterPair {
  /** How it is called in the head, or else in the base. */
  readonly name: string;
  /** How it was called in the base, where that differs. */
  readonly was: string | null;
  readonly base: FoundRouter | null;
  readonly head: FoundRouter | null;
}

/**
 * Which router of the base is which of the head: by file and name, else the only one that is left of its name, of its file, or at all.
 *
 * Shape: in the order of the head, then what is gone.
 */
export function pairRouters(base: Survey, head: Survey): readonly RouterPair[] {
  const left = [...base.routers];
  const found = new Map<FoundRouter, FoundRouter>();
  const byName = (root: string) => (router: FoundRouter) => nameOfRouter(router, root);
  const byFile = (root: string) => (router: FoundRouter) => shownFile(router.file, root);
  // Several of one file can have one name: those keep their order.
  for (const router of head.routers) {
    const index = left.findIndex((other) => byName(base.root)(other) === byName(head.root)(router));
    const [other] = index < 0 ? [] : left.splice(index, 1);
    if (other !== undefined) found.set(router, other);
  }
  for (const keyOf of [
    () =>
      ({ name }: FoundRouter) =>
        name,
    byFile,
    () => () => '',
  ]) {
    const open = head.routers.filter((router) => !found.has(router));
    for (const router of open) {
      const key = keyOf(head.root)(router);
      const others = left.filter((other) => keyOf(base.root)(other) === key);
      const isOnly = open.filter((each) => keyOf(head.root)(each) === key).length === 1;
      const [other] = others;
      if (!isOnly || others.length !== 1 || other === undefined) continue;
      found.set(router, other);
      left.splice(left.indexOf(other), 1);
    }
  }
  return [
    ...head.routers.map((router) => {
      const other = found.get(router) ?? null;
      const name = nameOfRouter(router, head.root);
      const was = other === null ? null : nameOfRouter(other, base.root);
      return { name, was: was === name ? null : was, base: other, head: router };
    }),
    ...left.map((router) => ({ name: nameOfRouter(router, base.root), was: null, base: router, head: null })),
  ];
}

/** Whether a router is the one that a person names: by its file, its name, or both (`src/router.ts#router`). */
export function isNamed(router: FoundRouter, root: string, name: string): boolean {
  return [nameOfRouter(router, root), router.name].includes(name) || router.file === resolve(root, name);
}
