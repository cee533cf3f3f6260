import { describe, expect, it } from 'vitest';
import type { Connection } from '@/lib/domain/connection/connection';
import { HOUR, SECOND } from '@/lib/time';
import { START } from '@/tests/support/fakes/fake-clock';
import { connectionAt } from './feed-connection';

const NOT_RUNNING: Connection = { state: 'problem', problem: 'not_running' };

describe('the connection on screen', () => {
  it.each<Connection>([
    { state: 'connecting' },
    { state: 'listening', problem: null },
    { state: 'listening', problem: 'chat_refused' },
    { state: 'reconnecting', problem: 'offline' },
  ])('is as published for 90 seconds, then that nothing runs: %o', (connection) => {
    expect(connectionAt(connection, START, START)).toBe(connection);
    expect(connectionAt(connection, START, START + 89 * SECOND)).toBe(connection);
    expect(connectionAt(connection, START, START + 90 * SECOND)).toEqual(NOT_RUNNING);
    expect(connectionAt(connection, 0, START)).toEqual(NOT_RUNNING);
  });

  it('is as published after a small correction of the clock, but not after an hour', () => {
    const connection: Connection = { state: 'listening', problem: null };
    expect(connectionAt(connection, START, START - 5 * SECOND)).toBe(connection);
    expect(connectionAt(connection, START, START - HOUR)).toEqual(NOT_RUNNING);
  });

  it.each<Connection>([
    { state: 'signed_out', problem: null },
    { state: 'no_favorite' },
    { state: 'problem', problem: 'database_damaged' },
  ])('stays if it does not say that anything runs: %o', (connection) => {
    expect(connectionAt(connection, START, START + HOUR)).toBe(connection);
  });
});
