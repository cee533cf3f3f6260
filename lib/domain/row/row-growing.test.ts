import { describe, expect, it } from 'vitest';
import { aFollow, anUpdate, aRecipient } from '@/tests/support/builders/events';
import { START } from '@/tests/support/fakes/fake-clock';
import type { ChannelInfo, EventOf, StreamEvent } from '../event/event';
import { type FeedRow, toRow } from './row';

/** Returns the row of events that belong together, in order of arrival. */
function rowOf(events: readonly StreamEvent[]): FeedRow {
  const members = events.map((event, index) => ({ ...event, seq: index + 1, thread: 'one' }));
  const [anchor] = members;
  if (anchor === undefined) throw new Error('No events.');
  return toRow(anchor, members);
}

describe('a row of changes of the channel', () => {
  const update = (second: number, before: string, after: string) => anUpdate(second, after, before);
  const [first, second, third] = [
    update(0, 'Tea', 'Coffee'),
    update(60, 'Coffee', 'Milk'),
    update(120, 'Milk', 'Cake'),
  ];

  it.each([
    ['in order', [first, second, third]],
    ['in reverse order', [third, second, first]],
    ['in random order', [second, third, first]],
  ])('is one change from the first to the last, %s', (_order, events) => {
    const { event, ...row } = rowOf(events);
    expect(row).toMatchObject({ id: events[0]?.id, lastSeq: 3, isUndone: false });
    expect(row.changedAt).toBe(third.created_at);
    expect(event).toMatchObject({
      created_at: events[0]?.created_at,
      detail: { before: { title: 'Tea' }, after: { title: 'Cake' } },
    });
  });

  it('treats the later arrival as the later of two changes at the same time', () => {
    const row = rowOf([first, update(60, 'a', 'b'), update(60, 'b', 'c')]);
    expect(row.event.detail).toMatchObject({ before: { title: 'Tea' }, after: { title: 'c' } });
  });

  it('has no state before if the first change has none', () => {
    const unknown = { ...first, detail: { ...first.detail, before: null } };
    const row = rowOf([unknown, update(60, 'Coffee', 'Tea')]);
    expect(row).toMatchObject({ isUndone: false, event: { detail: { before: null } } });
  });

  it.each<[boolean, Partial<ChannelInfo>]>([
    [true, { title: 'Coffee' }],
    [true, { labels: ['Gambling'] }],
    [false, {}],
  ])('is undone (%s) if everything is as before in the end', (isUndone, change) => {
    const info = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
    const to = (after: ChannelInfo): EventOf<'channel_update'>['detail'] => ({
      before: info,
      after,
    });
    const there = { ...first, detail: to({ ...info, ...change }) };
    const back = { ...second, detail: to(info) };
    expect(rowOf([there, back]).isUndone).toBe(isUndone);
    expect(rowOf([there, back, third]).isUndone).toBe(false);
  });
});

describe('a row of follows', () => {
  it('is described by the newest follow and lists all users, newest first', () => {
    const events = [aFollow(5), aFollow(9), aFollow(1)];
    expect(rowOf(events)).toMatchObject({
      id: events[0]?.id,
      lastSeq: 3,
      event: { viewer_name: 'Recipient_9', created_at: START + 5000 },
      followers: [aRecipient(9), aRecipient(5), aRecipient(1)],
      bomb: null,
    });
  });

  it('lists each user once, and each unnamed user separately', () => {
    const unnamed = { viewer_id: null, viewer_login: null, viewer_name: null };
    const again = { ...aFollow(9), viewer_id: aRecipient(1).id };
    const { followers } = rowOf([aFollow(1), aFollow(3, unnamed), aFollow(2, unnamed), again]);
    const ids = followers.map(({ id }) => id);
    expect(ids).toEqual([aRecipient(1).id, null, null]);
  });
});
