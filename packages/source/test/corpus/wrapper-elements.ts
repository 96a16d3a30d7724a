import { caseOf, says, unsure, type CallCase } from './case.ts';

const ASK = `export function Ask({ task, children }) { return <p>{routeModel(task)}</p>; }`;

/** A component in `ask.jsx` that is declared, and what is said of `app.jsx`, which renders it in its second line. */
function element(
  name: string,
  text: string,
  expect: CallCase['expect'],
  { file = 'app.jsx', definition = ASK }: { readonly file?: string; readonly definition?: string } = {},
): CallCase {
  const config = { wrappers: [{ module: 'ask.jsx', function: 'Ask', task: 'props.task' }] };
  return caseOf(
    `an element: ${name}`,
    `import * as models from './ask.jsx'; import { Ask } from './ask.jsx';\n${text}`,
    expect,
    {
      'taskroute.json': JSON.stringify(config),
      'ask.jsx': `import { routeModel } from './router.js';\n${definition}`,
    },
    file,
  );
}

const TYPO = [says(2, 'typo', 'default')];

/** A declared function that is called as a component. */
export const ELEMENTS: readonly CallCase[] = [
  element('an attribute', `export const all = [<Ask task="typo" />, <Ask task="blog-post">text</Ask>];`, [
    says(2, 'typo', 'default'),
    says(2, 'blog-post', 'route'),
  ]),
  element('an attribute, typed', `export const one = <Ask task="typo" />;`, TYPO, { file: 'app.tsx' }),
  element('an expression', `export const one = (ok) => <Ask task={ok ? 'typo' : 'blog-post'} />;`, [
    says(2, 'typo', 'default'),
    says(2, 'blog-post', 'route'),
  ]),
  element('attributes that are spread', `const props = { task: 'typo' }; export const one = <Ask {...props} />;`, TYPO),
  element('over attributes that are spread', `export const one = (props) => <Ask {...props} task="typo" />;`, TYPO),
  element('under attributes that are spread', `export const one = (props) => <Ask task="typo" {...props} />;`, [
    ...TYPO,
    unsure(2),
  ]),
  element('no task', `export const one = <Ask />;`, [unsure(2)]),
  element('a member', `export const one = <models.Ask task="typo" />;`, TYPO),
  element('another name', `const Other = Ask; export const one = <Other task="typo" />;`, TYPO),
  element('what is made of a component', `export const one = <Ask task="typo" />;`, TYPO, {
    definition: `export const Ask = memo((props) => <p>{routeModel(props.task)}</p>);`,
  }),
  element('a parameter of the same name', `export const Other = ({ Ask }) => <Ask task="typo" />;`, []),
  element('what is handed on', `export const one = <Frame as={Ask} />;`, [unsure(2)]),
  element('the names of the platform', `const ask = Ask; export const one = <ask task="typo" />;`, []),
];
