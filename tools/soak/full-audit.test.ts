import { describe, expect, it } from 'vitest';
import type { SentEvent } from '../../tests/simulator/core/sent-log.ts';
import { STREAMER } from '../../tests/simulator/world/people/accounts.ts';
import { fullAudit, isForViewers } from './full-audit.ts';

const CHAT_NOTIFICATION = 'channel.chat.notification';

function sentEvent(number: number, more: Partial<SentEvent> = {}): SentEvent {
  return {
    number,
    at: number,
    type: CHAT_NOTIFICATION,
    event: {},
    message_ids: [`m${number}`],
    ...more,
  };
}

const record = (id: string, more: object = {}) => ({ id, created_at: 50, ...more });

describe('isForViewers', () => {
  it.each([
    [true, CHAT_NOTIFICATION, {}],
    [true, 'channel.chat.message', { message_type: 'text', cheer: { bits: 5 } }],
    [true, 'channel.chat.message', { message_type: 'power_ups_message_effect' }],
    [true, 'channel.chat.message', { message_type: 'channel_points_highlighted' }],
    [false, 'channel.chat.message', { message_type: 'text', cheer: null }],
    [true, 'channel.raid', { from_broadcaster_user_id: STREAMER.id }],
    [false, 'channel.raid', { to_broadcaster_user_id: STREAMER.id }],
    [false, 'channel.cheer', {}],
  ])('returns %s for %s %j', (expected, type, event) => {
    expect(isForViewers(sentEvent(1, { type, event }))).toBe(expected);
  });
});

describe('fullAudit', () => {
  it('finds nothing wrong if every event is stored or in a gap', () => {
    const sent = [sentEvent(1), sentEvent(2, { message_ids: [] }), sentEvent(3)];
    const gaps = [{ from: 2, ends: [[STREAMER.id, 2]] }];
    expect(fullAudit(sent, [record('m1'), record('m3')], gaps)).toMatchObject({
      sent: 3,
      stored: 2,
      inGaps: 1,
      lost: [],
      duplicates: [],
      madeUp: [],
      records: 2,
    });
  });

  it('finds an event that was lost', () => {
    expect(fullAudit([sentEvent(1)], [], [{ from: 2, ends: [[STREAMER.id, 3]] }]).lost).toEqual([
      { at: 1, isSent: true },
    ]);
  });

  it('finds a record without an event', () => {
    expect(fullAudit([], [record('m9')], []).madeUp).toEqual(['m9']);
  });

  it('matches records of the backfill with their events', () => {
    const sent = [
      sentEvent(1, { type: 'stream.online', event: { id: '7' }, message_ids: [] }),
      sentEvent(2, { type: 'stream.offline', event: { id: '7' }, message_ids: [] }),
      sentEvent(3, {
        type: 'channel.update',
        event: { title: 'Tea', category_name: 'Art' },
        message_ids: [],
      }),
    ];
    const detail = { before: null, after: { title: 'Tea', category: 'Art' } };
    const records = [
      record('a', { natural_key: 'online:7' }),
      record('b', { natural_key: 'offline:7' }),
      record('c', { event_type: 'channel_update', detail }),
    ];
    expect(fullAudit(sent, records, [])).toMatchObject({ stored: 3, lost: [], madeUp: [] });
  });

  it('finds an event that was stored from its message and again by the backfill', () => {
    const online = sentEvent(1, { type: 'stream.online', event: { id: '7' } });
    const records = [record('m1'), record('h', { natural_key: 'online:7' }), record('h')];
    expect(fullAudit([online], records, []).duplicates).toEqual(['h']);
  });
});
