import { describe, expect, it } from 'vitest';
import { defineRouter } from '../src/define-router.ts';

const { routeModel, getTier, decide } = defineRouter({
  tiers: ['haiku', 'sonnet', 'opus'],
  default: 'sonnet',
  routes: { classification: 'haiku', 'blog-post': 'opus' },
  unrouted: 'silent',
});

/** Answers with its first value as often as it is told to, and from then on with the other. */
function changing<const First, const Then>(first: First, times: number, then: Then): () => First | Then {
  let reads = 0;
  return () => (reads++ < times ? first : then);
}

// Each is an object that TypeScript takes as options without an assertion; the annotation is what it makes of the call.
describe('the value is in the type of a call with options', () => {
  it('of a function that has them as properties', () => {
    const options = Object.assign(() => 0, { override: 'opus' } as const);
    const model: 'opus' = routeModel('classification', options);
    const tier: 3 = getTier('classification', options);
    const decided: 'opus' = decide('classification', options).model;
    expect([model, tier, decided]).toEqual(['opus', 3, 'opus']);
  });

  it('of a class that has them as accessors', () => {
    class Options {
      #model = 'sonnet' as const;
      get override() {
        return this.#model;
      }
    }
    const model: 'sonnet' = routeModel('classification', new Options());
    expect(model).toBe('sonnet');
  });

  it('of a prototype', () => {
    class Base {
      readonly atLeast = 'sonnet';
    }
    const model: 'sonnet' = routeModel('classification', new (class extends Base {})());
    expect(model).toBe('sonnet');
  });

  it.each([1, 2, 3])('that answer differently after read %i', (times) => {
    const floor = changing('haiku', times, 'opus');
    const options = {
      get atLeast() {
        return floor();
      },
      atMost: 'haiku',
    } as const;
    const model: 'haiku' = routeModel('classification', options);
    expect(model).toBe('haiku');
  });

  it.each([1, 2, 3])('that are there only after read %i', (times) => {
    const override = changing(undefined, times, 'haiku');
    const options = {
      get override() {
        return override();
      },
    };
    expect(decide('blog-post', options)).toMatchObject({ model: 'opus', tier: 3, via: 'route', from: 'blog-post' });
  });
});
