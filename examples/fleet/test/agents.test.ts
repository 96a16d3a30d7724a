import { describe, expect, test } from 'vitest';
import { timersOf } from '../src/agent.ts';
import { AGENTS } from '../src/agents.ts';
import { SERVICES } from '../src/services.ts';

describe('the fleet', () => {
  test('has 53 agents: 23 long-running, 23 timer-triggered, 7 in the cloud', () => {
    const count = (kind: string) => AGENTS.filter((agent) => agent.kind === kind).length;
    expect(AGENTS).toHaveLength(53);
    expect([count('long-running'), count('timer-triggered'), count('cloud')]).toStrictEqual([23, 23, 7]);
  });

  test('has over 60 timers', () => {
    expect(AGENTS.flatMap(timersOf).length).toBeGreaterThan(60);
  });

  test('starts a timer-triggered agent, and one in the cloud, by timers alone', () => {
    const started = AGENTS.filter((agent) => agent.kind !== 'long-running');
    for (const agent of started) expect(timersOf(agent), agent.name).toStrictEqual(agent.triggers);
  });

  test('has no agent that nothing ever starts', () => {
    for (const agent of AGENTS) expect(agent.triggers, agent.name).not.toHaveLength(0);
  });

  test('names each agent once', () => {
    expect(new Set(AGENTS.map((agent) => agent.name)).size).toBe(AGENTS.length);
  });

  test('has an agent for each service', () => {
    expect(new Set(AGENTS.map((agent) => agent.service))).toStrictEqual(new Set(Object.keys(SERVICES)));
  });

  test('has five to seven research agents', () => {
    const researchers = AGENTS.filter((agent) => agent.service === 'research agents').length;
    expect(researchers).toBeGreaterThanOrEqual(5);
    expect(researchers).toBeLessThanOrEqual(7);
  });
});
