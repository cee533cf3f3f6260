import { describe, expect, it } from 'vitest';
import { rewardRedemption } from '@/tests/simulator/shapes/channel/channel-points';
import { streamOffline, streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { channelGoal } from '@/tests/simulator/shapes/polls-goals-trains/goal';
import { hypeTrain } from '@/tests/simulator/shapes/polls-goals-trains/hype-train';
import { channelPoll } from '@/tests/simulator/shapes/polls-goals-trains/poll';
import { channelPrediction } from '@/tests/simulator/shapes/polls-goals-trains/prediction';
import { customPowerUpRedemption } from '@/tests/simulator/shapes/support/bits';
import { charityCampaign } from '@/tests/simulator/shapes/support/charity';
import { eventOf } from '@/tests/support/running/notification-event';

const NOTICE = 'channel.chat.notification';
const REDEMPTION = 'channel.channel_points_custom_reward_redemption.add';

describe('an empty id connects no events', () => {
  it.each<[string, object]>([
    [
      NOTICE,
      chatNotification({ notice_type: 'community_sub_gift', community_sub_gift: { id: '' } }),
    ],
    [NOTICE, chatNotification({ notice_type: 'sub_gift', sub_gift: { community_gift_id: '' } })],
    ['stream.online', streamOnline({ id: '' })],
    ['stream.offline', streamOffline({ id: '' })],
    [REDEMPTION, rewardRedemption({ id: '' })],
    ['channel.custom_power_up_redemption.add', { ...customPowerUpRedemption(), id: '' }],
    ['channel.hype_train.begin', hypeTrain('begin', { id: '' })],
    ['channel.poll.begin', { ...channelPoll('begin'), id: '' }],
    ['channel.prediction.begin', { ...channelPrediction('begin'), id: '' }],
    ['channel.goal.begin', { ...channelGoal('begin'), id: '' }],
    ['channel.charity_campaign.start', { ...charityCampaign('start'), id: '' }],
  ])('of %s', (type, payload) => {
    const event = eventOf(type, payload);
    expect(event?.event_type).not.toBe('other');
    expect(event).not.toHaveProperty('natural_key');
    expect(event).not.toHaveProperty('thread');
  });

  it('of the broadcast that was live', () => {
    const context = { live: { streamId: '', startedAt: 5 } };
    const event = eventOf('stream.offline', streamOffline(), { context });
    expect(event).toMatchObject({ detail: { streamId: null, startedAt: 5 } });
    expect(event).not.toHaveProperty('natural_key');
  });
});
