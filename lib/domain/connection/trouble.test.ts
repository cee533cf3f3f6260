import { describe, expect, it } from 'vitest';
import type { Problem } from '../problem';
import type { Connection, ConnectionState } from './connection';
import { remedyOf, troubleSince } from './trouble';

const problem = (name: Problem): Connection => ({ state: 'problem', problem: name });

describe('remedyOf', () => {
  it.each<[string, Connection, ReturnType<typeof remedyOf>]>([
    ['while listening', { state: 'listening', problem: null }, null],
    ['while connecting', { state: 'connecting' }, null],
    ['without a favorite', { state: 'no_favorite' }, null],
    ['while signed out', { state: 'signed_out', problem: 'signed_out_by_twitch' }, null],
    ['after a disconnect', { state: 'reconnecting', problem: null }, 'retry'],
    ['while offline', { state: 'reconnecting', problem: 'offline' }, 'retry'],
    ['without chat', { state: 'listening', problem: 'chat_refused' }, 'retry'],
    ['without a scope', problem('missing_scope'), 'sign_in'],
    ['without room', problem('storage_full'), 'free_space'],
    ['with a damaged database', problem('database_damaged'), 'recover'],
    ['with a newer database', problem('database_newer'), null],
    ['without the streamer', problem('streamer_gone'), 'choose'],
    ['without the background', problem('not_running'), 'retry'],
  ])('%s, it is %j: %s', (_when, connection, remedy) => {
    expect(remedyOf(connection)).toBe(remedy);
  });
});

describe('troubleSince', () => {
  const entry = (at: number, state: ConnectionState, name: Problem | null = null) => ({
    at,
    state,
    problem: name,
  });

  it('is the first change after everything was fine', () => {
    const entries = [
      entry(1, 'connecting'),
      entry(2, 'listening'),
      entry(3, 'reconnecting'),
      entry(4, 'connecting'),
      entry(5, 'reconnecting', 'offline'),
    ];
    expect(troubleSince({ entries })).toBe(3);
  });

  it('is the oldest entry, if nothing was ever fine', () => {
    expect(troubleSince({ entries: [entry(1, 'problem', 'offline')] })).toBe(1);
  });

  it('is unknown while everything is fine, and for an empty journal', () => {
    expect(troubleSince({ entries: [entry(1, 'listening')] })).toBeNull();
    expect(troubleSince({ entries: [] })).toBeNull();
  });
});
