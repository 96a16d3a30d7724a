import type { SourceCode } from '@typescript-eslint/utils/ts-eslint';
import { decoded } from './entities.ts';
import { isNode } from './is-node.ts';
import type { RuleListener } from './plugin.ts';

/** A component's script and, behind it, what else its names are used for: the expressions of its template, its options. */
export interface TemplateText {
  readonly text: string;
  /** The offset in the component that an offset in `text` stands for. */
  readonly place: (offset: number) => number;
}

/** What of vue-eslint-parser's tree is used here. */
interface VueNode {
  readonly type: string;
  readonly range: readonly [number, number];
}
interface VueElement extends VueNode {
  readonly name: string;
  readonly startTag: VueNode & { readonly attributes: readonly VueAttribute[] };
  readonly endTag: VueNode | null;
}
interface VueExpression extends VueNode {
  /** Of an identifier. */
  readonly name?: string;
  readonly left?: readonly VueNode[];
  readonly right?: VueNode;
  readonly params?: readonly VueNode[];
}
interface VueAttribute extends VueNode {
  readonly directive: boolean;
  /** An attribute's name, or a directive's: `bind` of `:x`, `on` of `@x`. */
  readonly key: VueNode & { readonly name: string | { readonly name: string } };
  readonly value: VueContainer | null;
}
interface VueContainer extends VueNode {
  readonly parent: VueNode & Partial<Pick<VueAttribute, 'directive' | 'key'>>;
  readonly expression: VueExpression | null;
}
interface VueServices {
  readonly defineTemplateBodyVisitor?: (
    template: Record<string, (node: never) => void>,
    script: RuleListener,
  ) => RuleListener;
  readonly getDocumentFragment?: () => { readonly children: readonly VueNode[] } | null;
}

/**
 * Adds to a script's listener one that is told of the template, if the parser is Vue's and the names of the script are the
 * template's too: that is what `<script setup>` is for. Otherwise they are what the component's options say.
 */
export function onTemplate(
  sourceCode: SourceCode,
  script: RuleListener,
  say: (template: TemplateText) => void,
): RuleListener {
  const services = (sourceCode.parserServices ?? {}) as VueServices;
  if (services.defineTemplateBodyVisitor === undefined || !scriptsIn(services).some(isSetup)) return script;
  const writer = createWriter(sourceCode.text, services);
  const closings: string[] = [];
  let depth = 0;
  return services.defineTemplateBodyVisitor(
    {
      VElement: (element: VueElement) => {
        depth++;
        closings.push(element.startTag.attributes.map((attribute) => writer.open(attribute)).join(''));
      },
      'VElement:exit': () => {
        writer.add(closings.pop() ?? '');
        depth--;
        if (depth === 0) say(writer.finish());
      },
      VExpressionContainer: (container: VueContainer) => {
        writer.addExpression(container);
      },
    },
    script,
  );
}

/** What a component without `<script setup>` hands to Vue: its options, whose functions are called as `this.x` and by the template. */
export function optionsOf(sourceCode: SourceCode): TemplateText | null {
  const services = (sourceCode.parserServices ?? {}) as VueServices;
  if (services.defineTemplateBodyVisitor === undefined) return null;
  const exported = sourceCode.ast.body.find((each) => isNode(each, 'ExportDefaultDeclaration'))?.declaration;
  if (exported === undefined || isNode(exported, 'ClassDeclaration') || isNode(exported, 'FunctionDeclaration'))
    return null;
  const writer = createWriter(sourceCode.text, services);
  writer.addArgument({ type: exported.type, range: exported.range });
  return writer.finish();
}

interface Writer {
  readonly add: (text: string) => void;
  readonly addExpression: (container: VueContainer) => void;
  /** A value that is handed to what cannot be followed. */
  readonly addArgument: (node: VueExpression) => void;
  /** Opens the scope that an attribute makes; the answer closes it. */
  readonly open: (attribute: VueAttribute) => string;
  readonly finish: () => TemplateText;
}

function createWriter(source: string, services: VueServices): Writer {
  let text = '';
  const pieces: { readonly from: number; readonly to: number }[] = [];
  const start = source.length;

  const add = (more: string): void => {
    text += more;
  };
  const addAt = (offset: number, more: string): void => {
    pieces.push({ from: start + text.length, to: offset });
    add(more);
  };
  const addPart = ({ range, name }: VueExpression): void => {
    // Of `:route-model` the value is `routeModel`, which stands nowhere.
    if (name === undefined) for (const [offset, part] of decoded(source, range)) addAt(offset, part);
    else addAt(range[0], name);
  };
  const addArgument = (node: VueExpression): void => {
    add(`\n;${COMPONENT}(`);
    addPart(node);
    add('\n);');
  };

  return {
    add,
    addArgument,
    addExpression: ({ expression, parent }) => {
      if (expression === null || isScope(expression)) return;
      if (isHandedOver(parent) && expression.type !== 'VOnExpression') {
        addArgument(expression);
        return;
      }
      const isBody = expression.type === 'VOnExpression';
      add(isBody ? '\n{' : '\n;(');
      addPart(expression);
      add(isBody ? '\n}' : '\n);');
    },
    open: ({ directive, value }) => {
      const expression = directive ? value?.expression : null;
      if (expression == null || !isScope(expression)) return '';
      const { right } = expression;
      if (right !== undefined) {
        // Of `(task, index) in tasks` the first is an element.
        const [element] = expression.left ?? [];
        add('\nfor (const ');
        if (element === undefined) add('[]');
        else addPart(element);
        add(' of ');
        addPart(right);
        add(') {');
        return '\n}';
      }
      add('\n;((');
      for (const parameter of expression.params ?? []) {
        addPart(parameter);
        add(',');
      }
      add(') => {');
      return '\n});';
    },
    finish: () => ({
      text: scriptsOf(source, services) + text,
      place: (offset) => {
        const piece = pieces.findLast(({ from }) => from <= offset);
        return piece === undefined ? offset : piece.to + offset - piece.from;
      },
    }),
  };
}

/** What no script declares: the one that is handed what a directive binds, or the options. */
const COMPONENT = '__component__';

/** Directives that look at their value, and hand it to nobody. */
const LOOKING: readonly unknown[] = ['if', 'else-if', 'show', 'text', 'html', 'memo'];

/** Whether a value goes to a component, an element or a directive, which may call it: an event's handler with the event. */
function isHandedOver({ directive, key }: VueContainer['parent']): boolean {
  return directive === true && typeof key?.name === 'object' && !LOOKING.includes(key.name.name);
}

function isScope({ type }: VueNode): boolean {
  return type === 'VForExpression' || type === 'VSlotScopeExpression';
}

function scriptsIn({ getDocumentFragment }: VueServices): readonly VueElement[] {
  const children = (getDocumentFragment?.()?.children ?? []) as readonly VueElement[];
  return children.filter(({ type, name, endTag }) => type === 'VElement' && name === 'script' && endTag !== null);
}

function isSetup({ startTag }: VueElement): boolean {
  return startTag.attributes.some(({ directive, key }) => !directive && key.name === 'setup');
}

/** The component's text with blanks where no script stands, so that every offset stays. */
function scriptsOf(source: string, services: VueServices): string {
  const blank = (from: number, to?: number): string => source.slice(from, to).replace(/[^\r\n]/g, ' ');
  let text = '';
  for (const { startTag, endTag } of scriptsIn(services)) {
    text += blank(text.length, startTag.range[1]) + source.slice(startTag.range[1], endTag?.range[0]);
  }
  return text + blank(text.length);
}
