import { describe, expect, it } from 'vitest';
import { aBomb, aCheer, aGift, anEvent, aRecipient, aSub } from '@/tests/support/builders/events';
import { START } from '@/tests/support/fakes/fake-clock';
import type { StreamEvent } from '../event/event';
import { type FeedRow, rowKind, type StoredEvent, toRow } from './row';

function stored(events: readonly StreamEvent[]): StoredEvent[] {
  return events.map((event, index) => ({ ...event, seq: index + 1 }));
}

function rowOf(events: readonly StreamEvent[]): FeedRow {
  const [anchor, ...others] = stored(events);
  if (anchor === undefined) throw new Error('No events.');
  return toRow(anchor, [anchor, ...others]);
}

describe('toRow', () => {
  it('returns a single event as it is', () => {
    const cheer = aCheer();
    const anchor = { ...cheer, seq: 7, row_at: START };
    expect(toRow(anchor, [anchor])).toEqual({
      id: cheer.id,
      lastSeq: 7,
      newSeq: 7,
      changedAt: cheer.created_at,
      event: cheer,
      bomb: null,
      followers: [],
      isUndone: false,
    });
  });

  it('describes a gift bomb by its header, with the time and id of its first event', () => {
    const gift = aGift('b', 1, { created_at: START });
    const row = rowOf([gift, aBomb('b', 5, { created_at: START + 9 }), aGift('b', 2)]);
    expect(row).toMatchObject({
      id: gift.id,
      lastSeq: 3,
      event: { event_type: 'community_gift', created_at: START },
      bomb: { total: 5, recipients: [aRecipient(1), aRecipient(2)] },
    });
  });

  it('describes a gift bomb without a header by its first gift', () => {
    const row = rowOf([aGift('b', 1), aGift('b', 2)]);
    expect(row.event.event_type).toBe('gift');
    expect(row.bomb).toEqual({ total: null, recipients: [aRecipient(1), aRecipient(2)] });
  });

  it('builds a gift bomb without gifts', () => {
    expect(rowOf([aBomb('b', 5)]).bomb).toEqual({ total: 5, recipients: [] });
  });
});

describe('a row of phases', () => {
  const poll = { pollId: '1', title: 'What?', choices: [], status: null };
  const phases = [
    anEvent('poll_begin', poll, { thread: 'poll:1', created_at: START }),
    anEvent('poll_progress', poll, { thread: 'poll:1', created_at: START + 1 }),
    anEvent('poll_progress', poll, { thread: 'poll:1', created_at: START + 2 }),
    anEvent('poll_end', poll, { thread: 'poll:1', created_at: START + 3 }),
  ] as const;
  const [begin, early, late, end] = phases;

  it.each([
    [[begin], begin],
    [[begin, early, late], late],
    [[early, begin], early],
    [[end, late, begin], end],
    [[begin, end, late], end],
  ])('is described by the latest phase, in any order (%#)', (events, latest) => {
    const [first] = events;
    expect(rowOf(events)).toMatchObject({
      id: first?.id,
      lastSeq: events.length,
      event: { ...latest, created_at: first?.created_at },
      bomb: null,
    });
  });
});

describe('rowKind', () => {
  it('returns the kind of the event, and one kind for every gift bomb', () => {
    expect(rowKind(rowOf([aSub()]))).toBe('sub');
    expect(rowKind(rowOf([aGift('b', 1)]))).toBe('community_gift');
    expect(rowKind(rowOf([aBomb('b', 1)]))).toBe('community_gift');
  });
});
