import { describe, expect, it } from 'vitest';
import { OTHER_STREAMER } from '@/tests/simulator/people/accounts';
import { channelRaid, channelUpdate } from '@/tests/simulator/shapes/stream';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/variants';
import { hear } from '@/tests/support/notification-event';

const UPDATE = 'channel.update';
const RAID = 'channel.raid';

describe('channel.update', () => {
  const update = channelUpdate({ title: 'Tea' });
  const after = { title: 'Tea', category: 'Stardew Valley', language: 'en', labels: [] };

  it('tells the state after, beside the one known before', () => {
    const before = { title: 'Coffee', category: 'Chess', language: 'de', labels: [] };
    expect(hear(UPDATE, update, { context: { channelText: before } })).toMatchObject({
      event_type: 'channel_update',
      viewer_name: null,
      detail: { before, after },
    });
    expect(hear(UPDATE, update)).toMatchObject({ detail: { before: null, after } });
  });

  it.each([
    ['title', 'title'],
    ['language', 'language'],
    ['category_name', 'category'],
  ])('takes %s for empty where it is empty, null or missing', (key, field) => {
    const expected = { detail: { after: { ...after, [field]: '' } } };
    expect(hear(UPDATE, { ...update, [key]: '' })).toMatchObject(expected);
    expect(hear(UPDATE, withNull(update, key))).toMatchObject(expected);
    expect(hear(UPDATE, withoutKeys(update, key))).toMatchObject(expected);
  });

  it.each(['category_id', 'content_classification_labels', 'broadcaster_user_login'])(
    'needs no %s',
    (key) => {
      expect(hear(UPDATE, withNull(update, key))).toMatchObject({ detail: { after } });
      expect(hear(UPDATE, withoutKeys(update, key))).toMatchObject({ detail: { after } });
    },
  );
});

describe('channel.raid', () => {
  const TARGET = ['id', 'login', 'name'].map((key) => `to_broadcaster_user_${key}`);

  it('is told by the streamer who raids', () => {
    expect(hear(RAID, channelRaid({ viewers: 12 }))).toMatchObject({
      event_type: 'raid_out',
      streamer_id: '100',
      streamer_name: 'Demo_Streamer',
      viewer_id: null,
      viewer_name: null,
      detail: { viewers: 12, target: OTHER_STREAMER },
    });
  });

  it('may be to nobody that is named', () => {
    const target = { id: null, login: null, name: null };
    for (const payload of [
      withNull(channelRaid(), ...TARGET),
      withoutKeys(channelRaid(), ...TARGET),
    ]) {
      expect(hear(RAID, payload)).toMatchObject({ event_type: 'raid_out', detail: { target } });
    }
  });

  it('may be with nobody that is counted', () => {
    for (const payload of [
      withNull(channelRaid(), 'viewers'),
      withoutKeys(channelRaid(), 'viewers'),
    ]) {
      expect(hear(RAID, payload)).toMatchObject({ event_type: 'raid_out', detail: { viewers: 0 } });
    }
  });
});
