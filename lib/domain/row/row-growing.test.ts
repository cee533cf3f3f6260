import { describe, expect, it } from 'vitest';
import { aFollow, anUpdate, aRecipient } from '@/tests/support/events';
import { START } from '@/tests/support/fake-clock';
import type { ChannelInfo, EventOf, StreamEvent } from '../event/event';
import { type FeedRow, toRow } from './row';

/** The row of events that came in this order and belong together. */
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
    ['in their order', [first, second, third]],
    ['backwards', [third, second, first]],
    ['in disorder', [second, third, first]],
  ])('is one change from the first to the last, %s', (_order, events) => {
    const { event, ...row } = rowOf(events);
    expect(row).toMatchObject({ id: events[0]?.id, lastSeq: 3, isUndone: false });
    expect(row.changedAt).toBe(third.created_at);
    expect(event).toMatchObject({
      created_at: events[0]?.created_at,
      detail: { before: { title: 'Tea' }, after: { title: 'Cake' } },
    });
  });

  it('takes what came last for the later of two of one time', () => {
    const row = rowOf([first, update(60, 'a', 'b'), update(60, 'b', 'c')]);
    expect(row.event.detail).toMatchObject({ before: { title: 'Tea' }, after: { title: 'c' } });
  });

  it('tells what nobody knew before the first as new', () => {
    const unknown = { ...first, detail: { ...first.detail, before: null } };
    const row = rowOf([unknown, update(60, 'Coffee', 'Tea')]);
    expect(row).toMatchObject({ isUndone: false, event: { detail: { before: null } } });
  });

  it.each<[boolean, Partial<ChannelInfo>]>([
    [true, { title: 'Coffee' }],
    [true, { labels: ['Gambling'] }],
    [false, {}],
  ])('is undone (%s) where in the end all is as it was', (isUndone, change) => {
    const text = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
    const to = (after: ChannelInfo): EventOf<'channel_update'>['detail'] => ({
      before: text,
      after,
    });
    const there = { ...first, detail: to({ ...text, ...change }) };
    const back = { ...second, detail: to(text) };
    expect(rowOf([there, back]).isUndone).toBe(isUndone);
    expect(rowOf([there, back, third]).isUndone).toBe(false);
  });
});

describe('a row of follows', () => {
  it('is told by the newest and names all, the newest first', () => {
    const events = [aFollow(5), aFollow(9), aFollow(1)];
    expect(rowOf(events)).toMatchObject({
      id: events[0]?.id,
      lastSeq: 3,
      event: { viewer_name: 'Recipient_9', created_at: START + 5000 },
      followers: [aRecipient(9), aRecipient(5), aRecipient(1)],
      bomb: null,
    });
  });

  it('names everybody once, those whom Twitch did not name apart from each other', () => {
    const nobody = { viewer_id: null, viewer_login: null, viewer_name: null };
    const again = { ...aFollow(9), viewer_id: aRecipient(1).id };
    const { followers } = rowOf([aFollow(1), aFollow(3, nobody), aFollow(2, nobody), again]);
    const ids = followers.map(({ id }) => id);
    expect(ids).toEqual([aRecipient(1).id, null, null]);
  });
});
