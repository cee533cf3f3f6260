import { describe, expect, it } from 'vitest';
import type { Sent } from '../../tests/simulator/core/sent-log.ts';
import { STREAMER } from '../../tests/simulator/world/people/accounts.ts';
import { balance, isForViewers } from './ledger.ts';

const NOTICE = 'channel.chat.notification';

function happened(number: number, more: Partial<Sent> = {}): Sent {
  return { number, at: number, type: NOTICE, event: {}, message_ids: [`m${number}`], ...more };
}

const stored = (id: string, more: object = {}) => ({ id, created_at: 50, ...more });

describe('what viewers are to find in the log', () => {
  it.each([
    [true, NOTICE, {}],
    [true, 'channel.chat.message', { message_type: 'text', cheer: { bits: 5 } }],
    [true, 'channel.chat.message', { message_type: 'power_ups_message_effect' }],
    [true, 'channel.chat.message', { message_type: 'channel_points_highlighted' }],
    [false, 'channel.chat.message', { message_type: 'text', cheer: null }],
    [true, 'channel.raid', { from_broadcaster_user_id: STREAMER.id }],
    [false, 'channel.raid', { to_broadcaster_user_id: STREAMER.id }],
    [false, 'channel.cheer', {}],
  ])('%s: %s %j', (isTold, type, event) => {
    expect(isForViewers(happened(1, { type, event }))).toBe(isTold);
  });
});

describe('the balance', () => {
  it('is even when all is stored, or told as missing', () => {
    const sent = [happened(1), happened(2, { message_ids: [] }), happened(3)];
    const gaps = [{ from: 2, until: 2 }];
    expect(balance(sent, [stored('m1'), stored('m3')], gaps)).toMatchObject({
      sent: 3,
      stored: 2,
      inGaps: 1,
      lost: [],
      twice: [],
      madeUp: [],
      records: 2,
    });
  });

  it('finds what was lost', () => {
    expect(balance([happened(1)], [], [{ from: 2, until: 3 }]).lost).toEqual([
      { at: 1, isSent: true },
    ]);
  });

  it('finds a record of nothing', () => {
    expect(balance([], [stored('m9')], []).madeUp).toEqual(['m9']);
  });

  it('takes what Helix told later for the thing itself', () => {
    const sent = [
      happened(1, { type: 'stream.online', event: { id: '7' }, message_ids: [] }),
      happened(2, { type: 'stream.offline', event: { id: '7' }, message_ids: [] }),
      happened(3, {
        type: 'channel.update',
        event: { title: 'Tea', category_name: 'Art' },
        message_ids: [],
      }),
    ];
    const detail = { before: null, after: { title: 'Tea', category: 'Art' } };
    const records = [
      stored('a', { natural_key: 'online:7' }),
      stored('b', { natural_key: 'offline:7' }),
      stored('c', { event_type: 'channel_update', detail }),
    ];
    expect(balance(sent, records, [])).toMatchObject({ stored: 3, lost: [], madeUp: [] });
  });

  it('finds what is stored twice, by message and by what Helix told', () => {
    const online = happened(1, { type: 'stream.online', event: { id: '7' } });
    const records = [stored('m1'), stored('h', { natural_key: 'online:7' }), stored('h')];
    expect(balance([online], records, []).twice).toEqual(['h']);
  });
});
