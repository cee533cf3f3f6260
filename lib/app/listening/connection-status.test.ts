import { describe, expect, it } from 'vitest';
import type { Connection } from '@/lib/domain/connection/connection';
import { type ConnectionStage, createConnectionStatus } from './connection-status';

/** Returns the connection status that is reported for these session states. */
function statusOf(...states: ConnectionStage[]): Connection[] {
  const connections: Connection[] = [];
  const stateChanged = createConnectionStatus((connection) => void connections.push(connection));
  for (const state of states) stateChanged(state);
  return connections;
}

const connecting: ConnectionStage = { state: 'connecting' };
const subscribing: ConnectionStage = { state: 'subscribing' };
const listening: ConnectionStage = { state: 'listening', problem: null };
const waiting = (problem: 'offline' | 'over_budget'): ConnectionStage => ({
  state: 'waiting',
  problem,
  retryAt: 0,
});

describe('createConnectionStatus', () => {
  it('reports connecting, then listening', () => {
    expect(statusOf(connecting, subscribing, listening)).toEqual([
      { state: 'connecting' },
      { state: 'connecting' },
      { state: 'listening', problem: null },
    ]);
  });

  it('reports the problem because of which some events are missing', () => {
    const refused: ConnectionStage = { state: 'listening', problem: 'chat_refused' };
    expect(statusOf(refused)).toEqual([{ state: 'listening', problem: 'chat_refused' }]);
  });

  it('reports reconnecting with its problem, through every attempt, until events arrive', () => {
    const states = [waiting('offline'), connecting, subscribing, waiting('offline'), listening];
    expect(statusOf(...states, waiting('offline'))).toEqual([
      { state: 'reconnecting', problem: 'offline' },
      { state: 'reconnecting', problem: 'offline' },
      { state: 'listening', problem: null },
      { state: 'reconnecting', problem: 'offline' },
    ]);
  });

  it('forgets the problem once events arrive', () => {
    expect(statusOf(waiting('offline'), listening, connecting).at(-1)).toEqual({
      state: 'connecting',
    });
  });

  it.each(['too_many_connections', 'over_budget', 'rate_limited', 'nothing_allowed'] as const)(
    'reports a problem if an immediate retry does not help (%s)',
    (problem) => {
      const state: ConnectionStage = { state: 'waiting', problem, retryAt: 0 };
      expect(statusOf(state, connecting)).toEqual([{ state: 'problem', problem }]);
    },
  );
});
