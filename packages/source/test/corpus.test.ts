import { describe, expect, test } from 'vitest';
import { createProject } from '../src/index.ts';
import { BUILT } from './corpus/built.ts';
import type { CallCase } from './corpus/case.ts';
import { COMMONJS } from './corpus/commonjs.ts';
import { DECLARED } from './corpus/declared.ts';
import { IDENTITY } from './corpus/identity.ts';
import { LISTS } from './corpus/lists.ts';
import { HANDED, MEMBERSHIP } from './corpus/membership.ts';
import { NARROWING } from './corpus/narrowing.ts';
import { OBJECTS } from './corpus/objects.ts';
import { REACHING } from './corpus/reaching.ts';
import { VALUES } from './corpus/values.ts';
import { createFixture } from './fixture.ts';
import { judged, sorted } from './judged.ts';

describe.each<[string, readonly CallCase[]]>([
  ['a call leads to a router by identity', IDENTITY],
  ['what compilers make of a router is read', BUILT],
  ['what a CommonJS module exports is found wherever it stands', COMMONJS],
  ['an argument is the set of its values', VALUES],
  ['an object is what its text and its changes make it', OBJECTS],
  ['a condition says what an argument can still be', NARROWING],
  ['what is not among some members may be what is not sure to be there', MEMBERSHIP],
  ['what is handed on may come back filled', HANDED],
  ['a variable is what may have been written last', REACHING],
  ['a list and a function are followed', LISTS],
  ['taskroute.json declares what no import tells', DECLARED],
])('%s', (_claim, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { files, file, expect: expected }) => {
    using fixture = createFixture(files);
    const project = createProject({ root: fixture.root });
    expect(judged(project.callsIn(fixture.path(file)))).toEqual(sorted(expected));
  });
});
