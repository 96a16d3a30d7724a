import type { RuleListener, SourceCode } from '@typescript-eslint/utils/ts-eslint';

/** A component's script and, behind it, the expressions of its template as statements. */
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
interface VueAttribute extends VueNode {
  readonly directive: boolean;
  readonly value: VueContainer | null;
}
interface VueContainer extends VueNode {
  readonly parent: VueNode;
  readonly expression:
    | (VueNode & { readonly left?: readonly VueNode[]; readonly right?: VueNode; readonly params?: readonly VueNode[] })
    | null;
}
interface VueServices {
  readonly defineTemplateBodyVisitor?: (
    template: Record<string, (node: never) => void>,
    script: RuleListener,
  ) => RuleListener;
  readonly getDocumentFragment?: () => { readonly children: readonly VueNode[] } | null;
}

/** Adds to a script's listener one that is told of the template, if the parser is Vue's and the component has one. */
export function onTemplate(
  sourceCode: SourceCode,
  script: RuleListener,
  say: (template: TemplateText) => void,
): RuleListener {
  const services = (sourceCode.parserServices ?? {}) as VueServices;
  if (services.defineTemplateBodyVisitor === undefined) return script;
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

interface Writer {
  readonly add: (text: string) => void;
  readonly addExpression: (container: VueContainer) => void;
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
  const addPart = ({ range }: VueNode): void => {
    pieces.push({ from: start + text.length, to: range[0] });
    add(source.slice(...range));
  };

  return {
    add,
    addExpression: ({ expression }) => {
      if (expression === null || isScope(expression)) return;
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

function isScope({ type }: VueNode): boolean {
  return type === 'VForExpression' || type === 'VSlotScopeExpression';
}

/** The component's text with blanks where no script stands, so that every offset stays. */
function scriptsOf(source: string, { getDocumentFragment }: VueServices): string {
  const blank = (from: number, to?: number): string => source.slice(from, to).replace(/[^\r\n]/g, ' ');
  let text = '';
  for (const child of getDocumentFragment?.()?.children ?? []) {
    const { name, startTag, endTag } = child as VueElement;
    if (child.type !== 'VElement' || name !== 'script' || endTag === null) continue;
    text += blank(text.length, startTag.range[1]) + source.slice(startTag.range[1], endTag.range[0]);
  }
  return text + blank(text.length);
}
