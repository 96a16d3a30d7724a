import { describe, expect, test } from 'vitest';
import { createRepository, FLEET, HOSTS, routerText, type Repository } from './repository.ts';

/** What an editor keeps for hours: one instance of ESLint in one process. */
async function createInstance(host: string, repository: Repository) {
  const { ESLint } = (await import(host)) as typeof import('eslint');
  return new ESLint({ cwd: repository.root });
}

describe.each(HOSTS)('a long-lived instance of %s', (host) => {
  test.each([
    ['a bare preset', 'taskroute.configs.recommended'],
    ['config()', "taskroute.config({ routers: ['src/router.js'] })"],
  ])('with %s sees each edit of a table', async (_name, config) => {
    const repository = createRepository({
      ...FLEET,
      'eslint.config.js': `import taskroute from '@taskroute/eslint-plugin';\n\nexport default [${config}];\n`,
    });
    const eslint = await createInstance(host, repository);
    const rules = async (): Promise<readonly (string | null)[]> => {
      const [result] = await eslint.lintFiles(['src/mailer.js']);
      return (result?.messages ?? []).map(({ ruleId }) => ruleId);
    };
    const table = FLEET['src/router.js'] ?? '';
    expect(await rules()).toEqual(['taskroute/no-unrouted-task']);
    repository.write({ 'src/router.js': table.replace('"email-draft"', '"email-drafft"') });
    expect(await rules()).toEqual([]);
    repository.write({ 'src/router.js': table });
    expect(await rules()).toEqual(['taskroute/no-unrouted-task']);
  });

  test('sees a taskroute.json that appears, changes and goes', async () => {
    const wrapper = { module: 'src/call-model.js', function: 'callModel', task: 'options.task' };
    const repository = createRepository({
      ...FLEET,
      'src/call-model.js':
        "import { routeModel } from './router.js';\nexport function callModel(options) {\n  return routeModel(options.task);\n}\n",
      'src/agent.js': "import { callModel } from './call-model.js';\n\ncallModel({ task: 'explorration' });\n",
    });
    const eslint = await createInstance(host, repository);
    const findings = async (): Promise<number> => {
      const [result] = await eslint.lintFiles(['src/agent.js']);
      return result?.messages.length ?? 0;
    };
    expect(await findings()).toBe(0);
    repository.write({ 'taskroute.json': JSON.stringify({ wrappers: [wrapper] }) });
    expect(await findings()).toBe(1);
    repository.write({ 'taskroute.json': JSON.stringify({ wrappers: [{ ...wrapper, task: 'options.kind' }] }) });
    expect(await findings()).toBe(0);
    repository.write({ 'taskroute.json': JSON.stringify({ wrappers: [wrapper] }) });
    expect(await findings()).toBe(1);
    repository.write({ 'src/router.js': routerText({ explorration: 'haiku' }) });
    expect(await findings()).toBe(0);
  });

  test('sees a table that is broken, deleted, and put back', async () => {
    const repository = createRepository(FLEET);
    const eslint = await createInstance(host, repository);
    const findings = async (): Promise<readonly string[]> => {
      const [result] = await eslint.lintFiles(['src/mailer.js']);
      return (result?.messages ?? []).map(({ ruleId }) => ruleId ?? 'fatal');
    };
    const table = FLEET['src/router.js'] ?? '';
    expect(await findings()).toEqual(['taskroute/no-unrouted-task']);
    repository.write({ 'src/router.js': table.slice(0, table.indexOf('"blog-post"')) });
    expect(await findings()).toContain('taskroute/no-unreadable-table');
    repository.remove('src/router.js');
    expect(await findings()).toContain('taskroute/no-unreadable-table');
    repository.write({ 'src/router.js/index.js': '' });
    expect(await findings()).toContain('taskroute/no-unreadable-table');
    repository.remove('src/router.js');
    repository.write({ 'src/router.js': table });
    expect(await findings()).toEqual(['taskroute/no-unrouted-task']);
  });
});
