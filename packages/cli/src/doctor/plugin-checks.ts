import type { PluginUse } from '@taskroute/source/setup';
import { shownFile, siteOf } from '../survey/site.ts';
import type { Site } from '../survey/survey.ts';
import type { Check } from './check.ts';
import type { Build, Surroundings } from './surroundings.ts';

const TYPESCRIPT_OF_ROLLUP = '@rollup/plugin-typescript';

/** Whether the build plugin stands where it sees a file before its types are gone. */
export function pluginChecks({ builds }: Surroundings, root: string): readonly Check[] {
  return builds.flatMap((build) => checksOf(build, root));
}

function checksOf({ file, text, uses }: Build, root: string): readonly Check[] {
  if (uses !== null)
    return uses.map((use) => ({ check: 'plugins', ...siteOf(use.place, root), ...verdictOn(use, text) }));
  // Node's own hook has no order.
  if (!/@taskroute\/unplugin\/(?!register\b)/.test(text)) return [];
  return [
    {
      ...{ check: 'plugins', status: 'cannot-verify', file: shownFile(file, root), line: 1, column: 1 },
      message: 'how it uses @taskroute/unplugin does not stand in its text',
      mend: 'import it at the top, and write the list of plugins out',
    },
  ];
}

function verdictOn(use: PluginUse, text: string): Omit<Check, 'check' | keyof Site> {
  const { host, before, after, isListed } = use;
  const others = [...before, ...after];
  if (host === 'rollup' && others.includes(TYPESCRIPT_OF_ROLLUP))
    return {
      status: 'finding',
      message: `${TYPESCRIPT_OF_ROLLUP} compiles files that it reads itself, in whichever order`,
      mend: 'take rollup-plugin-esbuild, @rollup/plugin-swc or @rollup/plugin-sucrase in its place',
    };
  if (host === 'rollup' && text.includes(TYPESCRIPT_OF_ROLLUP))
    return {
      status: 'cannot-verify',
      message: `${TYPESCRIPT_OF_ROLLUP} is named in this file; beside it nothing is lowered`,
      mend: 'drop it, or write the list of plugins out',
    };
  if (host === 'esbuild' && (!isListed || before.length > 0))
    return {
      status: 'cannot-verify',
      message: isListed
        ? `esbuild hands a file to the first plugin that takes it, and ${before.map((each) => each ?? 'another').join(', ')} stands before this one`
        : 'esbuild hands a file to the first plugin that takes it, and the list of plugins is not written out',
      mend: 'put taskroute() first in a list that is written out',
    };
  if ((host === 'webpack' || host === 'rspack') && /enforce['"]?\s*:\s*['"]pre['"]/.test(text))
    return {
      status: 'cannot-verify',
      message: "something in here has enforce: 'pre'; if it is a loader for TypeScript, it comes too early",
      mend: "take enforce: 'pre' away from loaders for TypeScript",
    };
  return { status: 'ok', message: `stands where ${host} lets it see the types` };
}
