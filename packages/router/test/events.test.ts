import { channel } from 'node:diagnostics_channel';
import { describe, expect, test, vi } from 'vitest';
import { createTable } from '../src/create-table.ts';
import { defineRouter } from '../src/define-router.ts';
import { judge } from '../src/judge.ts';
import { FLEET } from './fleet.ts';
import { listen } from './listen.ts';
import { runNode } from './run-node.ts';
import { thrown } from './thrown.ts';

const { routeModel, decide, getTier } = defineRouter({ ...FLEET, unrouted: 'silent' });

describe('taskroute:decision', () => {
  test('is published once a call of routeModel and decide', () => {
    const heard = listen('taskroute:decision');
    routeModel('blog-post');
    expect(heard).toHaveLength(1);
    decide('content/anything');
    expect(heard).toHaveLength(2);
    routeModel('never-heard-of', { atLeast: 'opus' });
    expect(heard).toMatchObject([
      { task: 'blog-post', via: 'route' },
      { task: 'content/anything', via: 'domain' },
      { task: 'never-heard-of', via: 'default', model: 'opus', hint: 'atLeast' },
    ]);
  });

  test('carries the very object that decide gives', () => {
    const heard = listen('taskroute:decision');
    const decision = decide('blog-post');
    expect(heard[0]).toBe(decision);
  });

  test('carries the same for a listed task asked for by routeModel', () => {
    const heard = listen('taskroute:decision');
    routeModel('blog-post');
    const [published] = heard;
    expect(published).toEqual(decide('blog-post'));
  });

  test('is never published by getTier or the judge', () => {
    const heard = [listen('taskroute:decision'), listen('taskroute:unrouted')];
    getTier('blog-post');
    getTier('never-heard-of');
    judge(createTable(FLEET), 'blog-post');
    judge(createTable(FLEET), 'never-heard-of');
    expect(heard).toEqual([[], []]);
  });

  test('is not published for a call that is refused', () => {
    const heard = listen('taskroute:decision');
    expect(thrown(() => routeModel('blog-post', { atLeast: 'opus', atMost: 'haiku' })).code).toBe(
      'TASKROUTE_CONTRADICTORY_HINTS',
    );
    expect(heard).toEqual([]);
  });
});

describe('taskroute:unrouted', () => {
  test('is published where the default served, with the object of the decision', () => {
    const decisions = listen('taskroute:decision');
    const unrouted = listen('taskroute:unrouted');
    const decision = decide('never-heard-of');
    routeModel('nor-of-this');
    expect(unrouted).toHaveLength(2);
    expect(unrouted[0]).toBe(decision);
    expect(unrouted[1]).toBe(decisions[1]);
  });

  test('reaches a listener to it alone', () => {
    const unrouted = listen('taskroute:unrouted');
    routeModel('never-heard-of');
    expect(unrouted).toMatchObject([{ task: 'never-heard-of', model: 'sonnet', via: 'default' }]);
  });

  test('is not published for what a line, a domain, a rule or an override served', () => {
    const unrouted = listen('taskroute:unrouted');
    routeModel('blog-post');
    decide('content/anything');
    routeModel('never-heard-of', { override: 'opus' });
    defineRouter({ ...FLEET, rules: [{ name: 'any', when: () => true, model: 'opus' }] }).routeModel('else');
    expect(unrouted).toEqual([]);
  });
});

describe('without a subscriber', () => {
  test('a listed task is looked up and no decision is built', () => {
    const freeze = vi.spyOn(Object, 'freeze');
    try {
      expect(routeModel('blog-post')).toBe('opus');
      expect(freeze).not.toHaveBeenCalled(); // every decision is frozen when it is built
      decide('blog-post');
      expect(freeze).toHaveBeenCalledTimes(1);
    } finally {
      freeze.mockRestore();
    }
  });

  test('a task inside a domain is looked up too', () => {
    const freeze = vi.spyOn(Object, 'freeze');
    try {
      expect([routeModel('content/anything'), routeModel('content/blog/*')]).toEqual(['opus', 'haiku']);
      expect(freeze).not.toHaveBeenCalled();
      routeModel('content/anything', {});
      expect(freeze).toHaveBeenCalledTimes(1);
    } finally {
      freeze.mockRestore();
    }
  });

  test('nothing is handed to a channel for a task that a line serves', () => {
    const publish = [
      vi.spyOn(channel('taskroute:decision'), 'publish'),
      vi.spyOn(channel('taskroute:unrouted'), 'publish'),
    ];
    routeModel('blog-post');
    routeModel('content/anything');
    for (const spy of publish) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  test('a decision that is built anyway goes nowhere', () => {
    const { task } = decide('never-heard-of');
    expect(listen('taskroute:decision')).toEqual([]);
    expect([task, channel('taskroute:decision').hasSubscribers]).toEqual(['never-heard-of', true]);
  });
});

describe('a subscriber that throws', () => {
  test.each(['taskroute:decision', 'taskroute:unrouted'])(
    'on %s is an uncaught exception, not the problem of the caller',
    async (channel) => {
      const { code, stdout } = await runNode(`
      import { subscribe } from 'node:diagnostics_channel';
      import { defineRouter } from './src/index.ts';
      const { routeModel } = defineRouter(${JSON.stringify({ ...FLEET, unrouted: 'silent' })});
      process.on('uncaughtException', (error) => console.log('uncaught:', error.message));
      subscribe(${JSON.stringify(channel)}, () => { throw new Error('a broken listener'); });
      console.log('routed:', routeModel('never-heard-of'));
    `);
      expect(stdout.trim().split('\n')).toEqual(['routed: sonnet', 'uncaught: a broken listener']);
      expect(code).toBe(0);
    },
  );

  test('does not keep the others from hearing', async () => {
    const { stdout } = await runNode(`
      import { subscribe } from 'node:diagnostics_channel';
      import { defineRouter } from './src/index.ts';
      const { decide } = defineRouter(${JSON.stringify(FLEET)});
      process.on('uncaughtException', () => undefined);
      subscribe('taskroute:decision', () => { throw new Error('a broken listener'); });
      subscribe('taskroute:decision', ({ task }) => console.log('heard:', task));
      decide('blog-post');
    `);
    expect(stdout.trim()).toBe('heard: blog-post');
  });
});
