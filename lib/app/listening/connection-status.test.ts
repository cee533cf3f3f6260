import { describe, expect, it } from 'vitest';
import type { Connection } from '@/lib/domain/connection/connection';
import type { SessionState } from '@/lib/twitch/eventsub/session/session';
import { createConnectionStatus } from './connection-status';

function told(...states: SessionState[]): Connection[] {
  const connections: Connection[] = [];
  const tell = createConnectionStatus((connection) => void connections.push(connection));
  for (const state of states) tell(state);
  return connections;
}

const connecting: SessionState = { state: 'connecting' };
const subscribing: SessionState = { state: 'subscribing' };
const listening: SessionState = { state: 'listening', problem: null };
const waiting = (problem: 'offline' | 'over_budget'): SessionState => ({
  state: 'waiting',
  problem,
  retryAt: 0,
});

describe('the connection as it is told', () => {
  it('connects at first, then listens', () => {
    expect(told(connecting, subscribing, listening)).toEqual([
      { state: 'connecting' },
      { state: 'connecting' },
      { state: 'listening', problem: null },
    ]);
  });

  it('bears what keeps part of the events out', () => {
    const refused: SessionState = { state: 'listening', problem: 'chat_refused' };
    expect(told(refused)).toEqual([{ state: 'listening', problem: 'chat_refused' }]);
  });

  it('reconnects with its reason, through every attempt, until events come again', () => {
    const states = [waiting('offline'), connecting, subscribing, waiting('offline'), listening];
    expect(told(...states, waiting('offline'))).toEqual([
      { state: 'reconnecting', problem: 'offline' },
      { state: 'reconnecting', problem: 'offline' },
      { state: 'listening', problem: null },
      { state: 'reconnecting', problem: 'offline' },
    ]);
  });

  it('forgets its reason once events came again', () => {
    expect(told(waiting('offline'), listening, connecting).at(-1)).toEqual({ state: 'connecting' });
  });

  it.each(['too_many_connections', 'over_budget', 'rate_limited', 'nothing_allowed'] as const)(
    'has a problem where trying again at once is of no use (%s)',
    (problem) => {
      const state: SessionState = { state: 'waiting', problem, retryAt: 0 };
      expect(told(state, connecting)).toEqual([{ state: 'problem', problem }]);
    },
  );
});
