import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createRepository, FLEET, HOSTS, lint, MISSPELT, PACKAGE, type Repository } from './repository.ts';
import { oxlint } from './oxlint.ts';

interface Snippet {
  readonly file: string;
  readonly text: string;
  readonly line: number;
}

const README = readFileSync(join(PACKAGE, 'README.md'), 'utf8');

const SNIPPETS: readonly Snippet[] = [...README.matchAll(/^```\w+ file=(.+)\n([^]*?)^```$/gm)].map(
  ({ 1: file = '', 2: text = '', index }) => ({ file, text, line: README.slice(0, index).split('\n').length }),
);

function snippetsOf(file: string): readonly (readonly [number, Snippet])[] {
  return SNIPPETS.filter((snippet) => snippet.file === file).map((snippet) => [snippet.line, snippet]);
}

const LINKED = ['@taskroute/eslint-plugin', '@typescript-eslint/parser', 'vue-eslint-parser'];

/** A repository with a misspelt task in each language that the README speaks of. */
const MANY: Readonly<Record<string, string>> = {
  ...FLEET,
  'tsconfig.json': '{ "compilerOptions": { "allowJs": true, "module": "nodenext" }, "include": ["src"] }\n',
  'src/agent.ts': "import { routeModel } from './router.js';\n\nrouteModel('explorration' as const);\n",
  'src/draft.vue': `<script setup>
import { routeModel } from './router.js';
</script>

<template>
  <p>{{ routeModel('blog-psot') }}</p>
</template>
`,
};

const FINDINGS = [
  'src/agent.ts:3 taskroute/no-unrouted-task explorration',
  'src/draft.vue:6 taskroute/no-unrouted-task blog-psot',
  MISSPELT,
];

function repositoryFor({ file, text }: Snippet, host: string): Repository {
  const repository = createRepository({ ...MANY, [file]: text }, LINKED);
  repository.link('node_modules/eslint', join(PACKAGE, 'node_modules', host));
  if (file !== 'eslint.config.js' && file.startsWith('eslint.config')) repository.remove('eslint.config.js');
  return repository;
}

/** What of the findings a configuration can see: a language is for the one that has its parser. */
function expectedOf({ text }: Snippet): readonly string[] {
  return FINDINGS.filter((finding) => {
    if (finding.startsWith('src/agent.ts')) return text.includes('@typescript-eslint/parser');
    return !finding.startsWith('src/draft.vue') || text.includes('vue-eslint-parser');
  });
}

describe.each(HOSTS)('in %s the configuration', (host) => {
  test.each([...snippetsOf('eslint.config.js'), ...snippetsOf('eslint.config.cjs')])(
    "on line %i of the README finds a misspelt task in its languages' files",
    async (_line, snippet) => {
      const { findings } = await lint(host, repositoryFor(snippet, host), ['src']);
      expect(findings.filter((finding) => !finding.includes(' fatal '))).toEqual(expectedOf(snippet));
    },
  );

  test.each(snippetsOf('taskroute.json'))(
    'on line %i declares a hand-written router and a wrapper',
    async (_line, snippet) => {
      const repository = createRepository({
        [snippet.file]: snippet.text,
        'package.json': '{ "type": "module" }',
        'eslint.config.js': FLEET['eslint.config.js']?.replace("{ routers: ['src/router.js'] }", '') ?? '',
        'src/models.js': `const ROUTES = { 'email-draft': 'haiku' };
const DEFAULT_MODEL = 'sonnet';
export const pickModel = (task) => ROUTES[task] ?? DEFAULT_MODEL;
`,
        'src/call-model.js':
          "import { pickModel } from './models.js';\nexport const callModel = (options) => pickModel(options.task);\n",
        'src/mailer.js': `import { callModel } from './call-model.js';
import { pickModel } from './models.js';

callModel({ task: 'email-drafft' });
pickModel('email-darft');
`,
      });
      expect((await lint(host, repository)).findings).toEqual([
        'src/mailer.js:4 taskroute/no-unrouted-task email-drafft',
        'src/mailer.js:5 taskroute/no-unrouted-task email-darft',
      ]);
    },
  );
});

test.each(snippetsOf('.oxlintrc.json'))(
  'the configuration of oxlint on line %i finds a misspelt task',
  async (_line, snippet) => {
    const repository = createRepository({ ...FLEET, [snippet.file]: snippet.text });
    expect((await oxlint(repository)).findings).toEqual([MISSPELT]);
  },
);

test('every snippet of a configuration is one of these', () => {
  const files = new Set(SNIPPETS.map(({ file }) => file));
  expect([...files].sort()).toEqual(['.oxlintrc.json', 'eslint.config.cjs', 'eslint.config.js', 'taskroute.json']);
  expect(README.match(/^```(?:js|json|ts)$/gm)).toBeNull();
});
