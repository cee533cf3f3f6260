import { describe, expect, it } from 'vitest';
import { channelRaid } from '@/tests/simulator/shapes/channel/stream';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { OTHER_STREAMER } from '@/tests/simulator/world/people/accounts';
import { hear } from '@/tests/support/notification-event';

const RAID = 'channel.raid';

describe('channel.raid', () => {
  const TARGET = ['id', 'login', 'name'].map((key) => `to_broadcaster_user_${key}`);

  it('is a raid out if the streamer is its source', () => {
    expect(hear(RAID, channelRaid({ viewers: 12 }))).toMatchObject({
      event_type: 'raid_out',
      streamer_id: '100',
      streamer_name: 'Demo_Streamer',
      viewer_id: null,
      viewer_name: null,
      detail: { viewers: 12, target: OTHER_STREAMER },
    });
  });

  it('is recorded if Twitch does not name the target', () => {
    const target = { id: null, login: null, name: null };
    for (const payload of [
      withNull(channelRaid(), ...TARGET),
      withoutKeys(channelRaid(), ...TARGET),
    ]) {
      expect(hear(RAID, payload)).toMatchObject({ event_type: 'raid_out', detail: { target } });
    }
  });

  it('has no viewers if Twitch does not count them', () => {
    for (const payload of [
      withNull(channelRaid(), 'viewers'),
      withoutKeys(channelRaid(), 'viewers'),
    ]) {
      expect(hear(RAID, payload)).toMatchObject({ event_type: 'raid_out', detail: { viewers: 0 } });
    }
  });
});
