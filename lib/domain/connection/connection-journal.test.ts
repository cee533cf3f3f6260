import { describe, expect, it } from 'vitest';
import type { Connection } from './connection';
import {
  addConnection,
  addFrameErrors,
  EMPTY_JOURNAL,
  type Journal,
  MAX_ENTRIES,
} from './connection-journal';

const LISTENING: Connection = { state: 'listening', problem: null };
const LOST: Connection = { state: 'reconnecting', problem: 'offline' };

function journalOf(...connections: Connection[]): Journal {
  return connections.reduce(
    (journal, connection, index) => addConnection(journal, connection, index),
    EMPTY_JOURNAL,
  );
}

describe('the journal', () => {
  it('contains each state with its time and problem', () => {
    expect(journalOf({ state: 'connecting' }, LISTENING, LOST)).toEqual({
      entries: [
        { at: 0, state: 'connecting', problem: null },
        { at: 1, state: 'listening', problem: null },
        { at: 2, state: 'reconnecting', problem: 'offline' },
      ],
      problems: { offline: { count: 1, lastAt: 2 } },
      faults: {},
    });
  });

  it('counts each problem', () => {
    expect(journalOf(LOST, LISTENING, LOST).problems).toEqual({ offline: { count: 2, lastAt: 2 } });
  });

  it('stays the same object if nothing has changed', () => {
    const journal = journalOf(LISTENING);
    expect(addConnection(journal, LISTENING, 9)).toBe(journal);
    expect(addFrameErrors(journal, 'not_json', 0)).toBe(journal);
  });

  it('drops the oldest states at its limit, but keeps counting', () => {
    const many = Array.from({ length: MAX_ENTRIES * 2 }, (_, index) =>
      index % 2 ? LOST : LISTENING,
    );
    const journal = journalOf(...many);
    expect(journal.entries).toHaveLength(MAX_ENTRIES);
    expect(journal.entries.at(-1)?.at).toBe(MAX_ENTRIES * 2 - 1);
    expect(journal.problems.offline?.count).toBe(MAX_ENTRIES);
  });

  it('adds up rejected frames', () => {
    const journal = addFrameErrors(addFrameErrors(EMPTY_JOURNAL, 'not_json', 2), 'not_json', 3);
    expect(journal.faults).toEqual({ not_json: 5 });
  });
});
