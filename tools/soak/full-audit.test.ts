import { describe, expect, it } from 'vitest';
import type { SentEvent } from '../../tests/simulator/core/sent-log.ts';
import { OTHER_STREAMER, STREAMER } from '../../tests/simulator/world/people/accounts.ts';
import { type FullAudit, fullAudits } from './full-audit.ts';

const CHAT_NOTIFICATION = 'channel.chat.notification';

function sentEvent(number: number, more: Partial<SentEvent> = {}): SentEvent {
  return {
    number,
    at: number,
    type: CHAT_NOTIFICATION,
    streamer_id: STREAMER.id,
    event: {},
    message_ids: [`m${number}`],
    ...more,
  };
}

const record = (id: string, more: object = {}) => ({
  id,
  streamer_id: STREAMER.id,
  created_at: 50,
  ...more,
});

type Records = Record<string, unknown>[];

/** Audits one streamer. */
function fullAudit(sent: SentEvent[], events: Records, gaps: Records): FullAudit | undefined {
  return fullAudits({ sent, events, gaps }, [STREAMER])[0];
}

describe('fullAudits', () => {
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
    expect(fullAudit([sentEvent(1)], [], [{ from: 2, ends: [[STREAMER.id, 3]] }])?.lost).toEqual([
      { at: 1, isSent: true },
    ]);
  });

  it('finds a record without an event', () => {
    expect(fullAudit([], [record('m9')], [])?.madeUp).toEqual(['m9']);
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
    expect(fullAudit([online], records, [])?.duplicates).toEqual(['h']);
  });

  it('audits each streamer, with a gap that ended at different times', () => {
    const other = { streamer_id: OTHER_STREAMER.id };
    const sent = [
      sentEvent(1),
      sentEvent(5),
      sentEvent(2, other),
      sentEvent(6, other),
      sentEvent(7, { ...other, type: 'stream.online', event: { id: '8' } }),
      sentEvent(8, { ...other, type: 'channel.chat.message', event: {} }),
    ];
    const ends = [
      [STREAMER.id, 3],
      [OTHER_STREAMER.id, 6],
    ];
    const material = { sent, events: [record('m5')], gaps: [{ from: 1, ends }] };
    expect(fullAudits(material, [STREAMER, OTHER_STREAMER])).toMatchObject([
      { streamerId: STREAMER.id, sent: 2, stored: 1, inGaps: 1, lost: [], madeUp: [] },
      { streamerId: OTHER_STREAMER.id, sent: 2, stored: 0, inGaps: 2, lost: [] },
    ]);
    const elsewhere = { ...material, events: [record('m5', other)] };
    expect(fullAudits(elsewhere, [STREAMER, OTHER_STREAMER])).toMatchObject([
      { lost: [{ at: 5, isSent: true }] },
      { madeUp: ['m5'] },
    ]);
  });

  it('accepts what was found by asking Twitch about others, and does not require it', () => {
    const other = { streamer_id: OTHER_STREAMER.id };
    const online = { ...other, type: 'stream.online', event: { id: '8' }, message_ids: [] };
    const found = record('h', { ...other, natural_key: 'online:8' });
    const material = { sent: [sentEvent(1, online)], gaps: [] };
    for (const events of [[], [found]]) {
      const [, result] = fullAudits({ ...material, events }, [STREAMER, OTHER_STREAMER]);
      expect(result).toMatchObject({ lost: [], madeUp: [], stored: events.length });
    }
  });
});
