import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProject, mayHoldErasedCall, type Project } from '../src/index.ts';
import { readConfig } from '../src/declare/config.ts';
import { erasedSites } from '../src/lower/erased-site.ts';
import { lowerings } from '../src/lower/lower.ts';
import { isGap, parseModule } from '../src/text/parse.ts';
import { createCaches, createSession, type Caches } from '../src/session.ts';
import { ERASED_MODULES } from './corpus/erased-modules.ts';
import { erasedProgram, namedProgram, soup } from './erased-arbitrary.ts';
import { createFixture, type Fixture } from './fixture.ts';

const IMPORTS = `import { routeModel, router, getTier, decide } from './router.js'; import { routeModel as pick } from './barrel.js'; import * as all from './router.js'; import { TASK, TASKS, KEY } from './tasks.js'; import type { Pick as Alias } from './tasks.js';`;

let fixture: Fixture;
let project: Project;
let caches: Caches;
beforeAll(() => {
  fixture = createFixture(ERASED_MODULES);
  project = createProject({ root: fixture.root });
  caches = createCaches(fixture.root, readConfig(fixture.root));
});
afterAll(() => {
  fixture[Symbol.dispose]();
});

const LINE_BREAKS = /[^\r\n\u2028\u2029]/g;

describe('lowering keeps every place', () => {
  test('of any erased call: length, line breaks, what stands around it, and where the call and its task stand', () => {
    fc.assert(
      fc.property(erasedProgram, fc.boolean(), ({ text: program, at, task }, marked) => {
        const mark = marked ? '\uFEFF' : '';
        const text = mark + IMPORTS + program;
        const file = fixture.path('app.ts');
        const { text: made, calls, faults } = project.lower({ file, text });
        expect(faults).toEqual([]);
        expect(calls).toBe(1);
        expect(made).toHaveLength(text.length);
        expect(made.replace(LINE_BREAKS, ' ')).toBe(text.replace(LINE_BREAKS, ' '));
        const start = mark.length + IMPORTS.length + at;
        expect(made.slice(0, start)).toBe(text.slice(0, start));
        const [before] = project.callsIn({ file, text }).calls;
        const [after, ...more] = project.callsIn({ file, text: made }).calls;
        const end = mark.length + (before?.place.range[1] ?? 0);
        expect(made.slice(end)).toBe(text.slice(end));
        expect(more).toEqual([]);
        expect(after).toMatchObject({ form: 'value', callee: before?.callee, task: { complete: true } });
        expect(after?.task.values.map(({ value }) => value)).toEqual([task]);
        expect([after?.place.line, after?.place.column]).toEqual([before?.place.line, before?.place.column]);
        // What is lowered has nothing left to lower.
        expect(project.lower({ file, text: made })).toEqual({ text: made, calls: 0, faults: [] });
      }),
      { numRuns: 600 },
    );
  });

  test('of text in strings, templates, comments and regular expressions, whatever it is: nothing changes', () => {
    const held = fc.constantFrom<readonly [string, string]>(
      ["'", "'"],
      ['"', '"'],
      ['`', '`'],
      ['/* ', ' */'],
      ['// ', '\n'],
      ['/', '/'],
    );
    const looks = fc.constantFrom('routeModel<X>()', 'pick<X>()', 'all.routeModel<typeof TASK>()', 'routeModel<X>');
    fc.assert(
      fc.property(fc.array(fc.tuple(held, looks), { maxLength: 6 }), (parts) => {
        const lines = parts.map(([[open, close], look]) => `;${open}${look}${close}\n`);
        const text = `${IMPORTS}\n${lines.join('')}`;
        expect(project.lower({ file: fixture.path('app.ts'), text })).toEqual({ text, calls: 0, faults: [] });
      }),
    );
  });
});

describe('the guard never misses what the parse would find', () => {
  /** What lowering finds where no guard stands before it. */
  function foundIn(text: string): number {
    const module = parseModule(fixture.path('app.ts'), text);
    if (isGap(module)) return 0;
    const { forms, faults } = lowerings({ session: createSession(caches, module), module }, erasedSites(module.tree));
    // Stored with the name of a type is what the late pass is for.
    const guarded = faults.filter(({ reason, place }) => {
      const stored = text.slice(...place.range);
      return !reason.includes('is stored') || /<(?:\s|\()*(?:["'`]|typeof)/.test(stored);
    });
    return forms.length + guarded.length;
  }

  test('of erased calls in any writing', () => {
    fc.assert(
      fc.property(erasedProgram, ({ text }) => {
        expect(foundIn(IMPORTS + text)).toBe(1);
        expect(mayHoldErasedCall(text)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('of erased calls with the name of a type', () => {
    fc.assert(
      fc.property(namedProgram, (text) => {
        expect(foundIn(IMPORTS + text)).toBe(1);
        expect(mayHoldErasedCall(text)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  test('of whatever parses', () => {
    let hits = 0;
    fc.assert(
      fc.property(soup, (text) => {
        if (foundIn(`${IMPORTS}\n${text}`) === 0) return;
        hits++;
        expect(mayHoldErasedCall(text)).toBe(true);
      }),
      { numRuns: 20_000 },
    );
    expect(hits).toBeGreaterThan(50);
  });

  test('and passes what holds no type arguments', () => {
    const plain = [
      '',
      'const a = b => (c)',
      'if (a < b) {}',
      'a <= b',
      'x >= (y)',
      'let x: Map<string, number>;',
      'f<T>',
    ];
    expect(plain.filter(mayHoldErasedCall)).toEqual([]);
  });

  test('in little time, whatever the text', () => {
    const shapes = ['<>', '< ', '<(', '>/*', '</*', '>//', '</*</**/', '>/*>/**/', '> )!', '<\u2003>\u2003'];
    for (const shape of shapes) {
      const text = `<${shape.repeat(200_000)}`;
      const start = performance.now();
      mayHoldErasedCall(text);
      // A quadratic guard takes minutes over these.
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});
