import { describe, expect, it } from 'vitest';
import type { Connection } from './connection';
import {
  EMPTY_JOURNAL,
  type Journal,
  KEPT,
  noteConnection,
  noteFaults,
} from './connection-journal';

const LISTENING: Connection = { state: 'listening', problem: null };
const LOST: Connection = { state: 'reconnecting', problem: 'offline' };

function noted(...connections: Connection[]): Journal {
  return connections.reduce(
    (journal, connection, index) => noteConnection(journal, connection, index),
    EMPTY_JOURNAL,
  );
}

describe('the journal', () => {
  it('keeps each state with its time and problem', () => {
    expect(noted({ state: 'connecting' }, LISTENING, LOST)).toEqual({
      entries: [
        { at: 0, state: 'connecting', problem: null },
        { at: 1, state: 'listening', problem: null },
        { at: 2, state: 'reconnecting', problem: 'offline' },
      ],
      problems: { offline: { count: 1, lastAt: 2 } },
      faults: {},
    });
  });

  it('counts how often something went wrong', () => {
    expect(noted(LOST, LISTENING, LOST).problems).toEqual({ offline: { count: 2, lastAt: 2 } });
  });

  it('stays what it is where nothing is new', () => {
    const journal = noted(LISTENING);
    expect(noteConnection(journal, LISTENING, 9)).toBe(journal);
    expect(noteFaults(journal, 'not_json', 0)).toBe(journal);
  });

  it('forgets the oldest beyond its bound, and counts on', () => {
    const many = Array.from({ length: KEPT * 2 }, (_, index) => (index % 2 ? LOST : LISTENING));
    const journal = noted(...many);
    expect(journal.entries).toHaveLength(KEPT);
    expect(journal.entries.at(-1)?.at).toBe(KEPT * 2 - 1);
    expect(journal.problems.offline?.count).toBe(KEPT);
  });

  it('adds up what was put aside', () => {
    const journal = noteFaults(noteFaults(EMPTY_JOURNAL, 'not_json', 2), 'not_json', 3);
    expect(journal.faults).toEqual({ not_json: 5 });
  });
});
