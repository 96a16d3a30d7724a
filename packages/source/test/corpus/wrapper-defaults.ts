import { says, unsure, type CallCase } from './case.ts';
import { wrapper } from './wrapper-case.ts';

/** A caller that gives no task asks for the default of the parameter. */
export const DEFAULTS: readonly CallCase[] = [
  wrapper(
    'a default',
    'task',
    `export const callModel = ({ prompt, task = 'blog-post' }: any) => routeModel(task);`,
    `callModel({ prompt }); callModel({ prompt, task: 'typo' });`,
    [says(2, 'blog-post', 'route'), says(2, 'typo', 'default')],
  ),
  wrapper(
    'a default that no route lists',
    'task',
    `export const callModel = ({ prompt, task = 'typo' }: any) => routeModel(task);`,
    `callModel({ prompt });`,
    [says(2, 'typo', 'default')],
  ),
  wrapper(
    'a default beside another name',
    'task',
    `export const callModel = ({ prompt, task: t = 'typo' }: any) => routeModel(t);`,
    `callModel({ prompt });`,
    [says(2, 'typo', 'default')],
  ),
  wrapper(
    'a default by a const',
    'task',
    `const USUAL = 'blog-post';\nexport const callModel = ({ task = USUAL }: any) => routeModel(task);`,
    `callModel({});`,
    [says(2, 'blog-post', 'route')],
  ),
  wrapper(
    'a default of the whole parameter',
    'task',
    `export const callModel = ({ task = 'blog-post' }: any = {}) => routeModel(task);`,
    `callModel();`,
    [says(2, 'blog-post', 'route')],
  ),
  wrapper(
    'a default inside the default of the whole',
    'options.task',
    `export const callModel = (options = { task: 'blog-post' }) => routeModel(options.task);`,
    `callModel();`,
    [says(2, 'blog-post', 'route')],
  ),
  wrapper(
    'a default of a parameter',
    'task',
    `export const callModel = (prompt: string, task = 'blog-post') => routeModel(task);`,
    `callModel('hello');`,
    [says(2, 'blog-post', 'route')],
  ),
  wrapper(
    'a default where the options are not known',
    'task',
    `export const callModel = ({ task = 'blog-post' }: any) => routeModel(task);`,
    `export const f = (options: any) => callModel(options);`,
    [says(2, 'blog-post', 'route'), unsure(2)],
  ),
  wrapper(
    'null is not what has no value',
    'task',
    `export const callModel = ({ task = 'blog-post' }: any) => routeModel(task);`,
    `callModel({ task: null });`,
    [unsure(2)],
  ),
];
