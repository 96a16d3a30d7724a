import { evaluate, gap, type Scene } from '../evaluate/evaluate.ts';
import { lookExport } from './follow.ts';
import { memberOf } from '../evaluate/member.ts';
import { exportsOf, type ModuleExports, type Written } from './module-exports.ts';
import { isGap, placeOf } from '../text/parse.ts';
import { openModule, type Session } from '../session.ts';
import { flatMap, known, union, unknown, type ObjectItem, type Possible } from '../evaluate/value.ts';

/** What is written to an export: one or another of its writes, or nothing where none of them is sure. */
export function writtenValue(scene: Scene, { writes, sure }: Written): Possible {
  const parts = writes.map(({ node, path }) => {
    const place = placeOf(scene.module, node);
    return path.reduce(
      (possible, key) => flatMap(possible, (value) => memberOf(scene, value, key, place)),
      evaluate(scene, node),
    );
  });
  const [first] = writes;
  if (!sure && first !== undefined) parts.push(gap(scene, first.node, 'is exported where that may not run'));
  return union(unknown(), ...parts);
}

/** What the objects hold under a name, all of whose properties a module exports; null where none of them has it. */
export function ofSpreads(
  session: Session,
  file: string,
  exported: ModuleExports<null>,
  name: string,
): Possible | null {
  if (exported.spreads.length === 0) return null;
  const module = openModule(session, file);
  if (isGap(module)) return unknown(module);
  const scene: Scene = { session, module };
  const parts: Possible[] = [];
  for (const node of exportsOf(module).spreads) {
    const found = flatMap(evaluate(scene, node), (value) => {
      // `export *` leaves out what a module gives as a whole.
      if (value.kind === 'module')
        return name === 'default' || value.file === file
          ? unknown()
          : (lookExport(session, value.file, name) ?? unknown());
      return memberOf(scene, value, name, placeOf(module, node));
    });
    const given = found.values.filter((value) => value.kind !== 'primitive' || value.value !== undefined);
    if (given.length > 0 || found.gaps.length > 0) parts.push({ values: given, gaps: found.gaps });
  }
  return parts.length === 0 ? null : union(...parts);
}

/** What a module gives as a whole, with what is written to it after that; null where it gives no whole. */
export function wholeValue(scene: Scene): Possible | null {
  const { whole, names, open, style } = exportsOf(scene.module);
  if (whole === null) return null;
  const value = writtenValue(scene, whole);
  const start = whole.writes[0]?.node.range[0] ?? 0;
  const later = [...names].flatMap(([key, each]) => {
    const isLater = style !== 'es' && each.kind === 'expression' && each.node.range[0] > start;
    return isLater ? [{ key, each }] : [];
  });
  if (later.length === 0 && open.length === 0) return value;
  return flatMap(value, (object) => {
    if (object.kind !== 'object') return known(object);
    const items = later.map(({ key, each }): ObjectItem => {
      const place = placeOf(scene.module, each.node);
      return { key, value: writtenValue(scene, each), place };
    });
    if (open.length > 0) items.push({ key: null, value: unknown(...open), place: object.place });
    return known({ ...object, items: [...object.items, ...items] });
  });
}
