import type { Lowered, LowerFault, Project, RouterCall } from '@taskroute/source';
import { failureOf } from './failure.ts';
import { faultsIn, sourceOf, type HostModule } from './host-module.ts';
import { readSingleFile, type SingleFile } from './single-file.ts';
import { mayNeedLowering } from './typed-call.ts';

/**
 * The text of a module with every erased call made real. It is as long as it was, so no source map is needed.
 *
 * Errors: one plain error with every call that cannot be lowered.
 */
export function lower(project: Project, module: HostModule): string {
  if (!mayNeedLowering(module.text)) return module.text;
  const source = module.language === 'vue' ? null : sourceOf(module);
  const { text, faults } = source === null ? lowerVue(project, module) : project.lower(source);
  const [first, ...rest] = faultsIn(module, faults);
  if (first === undefined) return text;
  const count = rest.length + 1;
  throw failureOf(`${String(count)} ${count === 1 ? 'call' : 'calls'} cannot be lowered`, [first, ...rest]);
}

/** In a single file, scripts and template are read as one module; what changed there is changed in the file. */
function lowerVue(project: Project, module: HostModule): Pick<Lowered, 'text' | 'faults'> {
  const { file, text } = module;
  const single = readSingleFile(file, text);
  if (single === null || single.language === 'js') return { text, faults: [] };
  const named = `${file}.${single.language}`;
  const whole = project.lower({ file: named, text: single.hasSetup ? single.whole : single.script });
  const faults = single.hasSetup ? [] : callsOfComponent(project, named, single);
  return {
    text: withChanges(text, single.hasSetup ? single.whole : single.script, whole.text),
    faults: [...whole.faults.filter((fault) => !callsHidden(single, fault)), ...faults],
  };
}

/** Whether what a fault's call calls has its name from the template: then it is no router's. */
function callsHidden({ whole, hidden }: SingleFile, { place }: LowerFault): boolean {
  const [start, end] = [place.range[0], whole.indexOf('<', place.range[0])];
  return hidden.some((offset) => start <= offset && offset < end);
}

/** Without `<script setup>` a template's names are the component's: that one is an import's cannot be known. */
function callsOfComponent(project: Project, file: string, { script, whole }: SingleFile): readonly LowerFault[] {
  if (script === whole) return [];
  return project.callsIn({ file, text: whole }).calls.flatMap(({ form, place, callee }) => {
    if (form !== 'erased' || script.slice(...place.range).trim() !== '') return [];
    const reason = `a template without <script setup> takes ${callee} from the component, not from the import`;
    return { reason, mend: `write the task as a value: ${callee}('blog-post')`, place };
  });
}

/** A text with what changed between two others of its length. */
function withChanges(text: string, before: string, after: string): string {
  if (before === after) return text;
  let written = '';
  for (let index = 0; index < text.length; index++)
    written += (before[index] === after[index] ? text : after)[index] ?? '';
  return written;
}

/** The erased calls of a module, as far as they are written in it. */
export function erasedCalls(project: Project, module: HostModule): readonly RouterCall[] {
  const source = mayNeedLowering(module.text) ? sourceOf(module) : null;
  return source === null ? [] : project.callsIn(source).calls.filter(({ form }) => form === 'erased');
}
