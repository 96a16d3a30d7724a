import type { Fault, Table } from '@taskroute/router/table';
import type { Gap } from '../text/gap.ts';
import type { Place } from '../text/place.ts';
import type { Duplicate } from '../evaluate/value.ts';

/** One line of a router's table, as it stands in the text. */
export interface RouteEntry {
  /** The key: a task, or `'domain/*'`. */
  readonly task: string;
  /** Null where it cannot be known. */
  readonly model: string | null;
  /** Whether nothing after it can change it: false where an unknown spread follows. */
  readonly certain: boolean;
  /** The key's place; that of the value where the key has none of its own. */
  readonly place: Place;
  readonly modelPlace: Place;
}

/** A fault of the table with its place: the line's where it has one, else the router's. */
export interface PlacedFault extends Fault {
  readonly place: Place;
}

/** A router as its text shows it. JSON-shaped but for `table`, which is what the judge reads. */
export interface RouterSource {
  /** The same for the same router, whichever way it was reached. */
  readonly id: string;
  /** How it is called where it is defined; its table's name for a declared one. */
  readonly name: string;
  readonly file: string;
  /** The `defineRouter` call, or the table of a declared router. */
  readonly place: Place;
  readonly declared: boolean;
  readonly tiers: readonly string[];
  readonly default: string | null;
  readonly defaultPlace: Place | null;
  readonly routes: readonly RouteEntry[];
  readonly duplicates: readonly Duplicate[];
  /** What could not be read. With one gap the table is not complete: see `verdictOf`. */
  readonly gaps: readonly Gap[];
  readonly faults: readonly PlacedFault[];
  /** The rules' names, in their order. */
  readonly rules: readonly string[] | 'unknown';
  readonly unrouted: 'warn' | 'throw' | 'silent' | 'function' | 'unknown';
  readonly strict: boolean | 'unknown';
  /** What `judge` reads; null where the parts that are known make no table. Ask it through `verdictOf`, which minds gaps. */
  readonly table: Table | null;
  /** Every file that was read to know all this, `package.json` and `tsconfig.json` among them. Sorted. */
  readonly files: readonly string[];
}
