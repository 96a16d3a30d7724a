import { EARLY } from './early-plugin.ts';

/** A plugin in the list of a host that has Rollup's hooks, as far as it is looked at. */
export interface Neighbour {
  readonly name: string;
  readonly load?: unknown;
  readonly transform?: { readonly order?: unknown } | ((...given: never[]) => unknown) | undefined;
}

/** The host's own: what they load has its types. */
const OF_HOST = /^(?:builtin:|rolldown:|vite:(?!plugin))/;

/**
 * Whether a plugin may have removed types before the early pass sees a module: one that stands before it and insists, as it does
 * itself, on being first; or one that loads what it has compiled.
 */
export function mayBePreceded(plugins: readonly Neighbour[]): boolean {
  const own = plugins.findIndex(({ name }) => name === EARLY);
  return plugins.some(({ name, transform, load }, index) => {
    if (index === own || OF_HOST.test(name)) return false;
    if (load !== undefined) return true;
    return index < own && typeof transform === 'object' && transform.order === 'pre';
  });
}
