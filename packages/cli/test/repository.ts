import { execFileSync } from 'node:child_process';
import { createFixture, type Fixture } from '../../source/test/fixture.ts';

/** A git repository that lasts as long as one test. Nothing of the machine's own git settings is in it. */
export interface TestRepository extends Fixture {
  git: (...args: readonly string[]) => string;
  /** Commits everything; a branch or tag is set on it where one is named. */
  commit: (name?: string) => string;
}

const ENVIRONMENT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/** Files as their lines, or as text. The first commit is tagged `base`. */
export function createRepository(files: Readonly<Record<string, string>>): TestRepository {
  // The command under test asks git too.
  Object.assign(process.env, ENVIRONMENT);
  const fixture = createFixture(files);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', args, { cwd: fixture.root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '-q', '-b', 'main');
  const commit = (name?: string): string => {
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'work');
    if (name !== undefined) git('tag', name);
    return git('rev-parse', 'HEAD').trim();
  };
  commit('base');
  return { ...fixture, git, commit };
}
