import { beforeEach, describe, expect, it } from 'vitest';
import { automaticRedemption } from '@/tests/simulator/shapes/channel/channel-points';
import { chatMessage } from '@/tests/simulator/shapes/chat/chat-message';
import { chatNotification } from '@/tests/simulator/shapes/chat/chat-notification';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { channelModerate } from '@/tests/simulator/shapes/moderation/moderate';
import { suspiciousUserUpdate } from '@/tests/simulator/shapes/moderation/suspicious-user';
import { unbanRequestResolve } from '@/tests/simulator/shapes/moderation/unban-request';
import { channelGoal } from '@/tests/simulator/shapes/polls-goals-trains/goal';
import { hypeTrain } from '@/tests/simulator/shapes/polls-goals-trains/hype-train';
import { channelPoll } from '@/tests/simulator/shapes/polls-goals-trains/poll';
import { channelPrediction } from '@/tests/simulator/shapes/polls-goals-trains/prediction';
import { bitsUse } from '@/tests/simulator/shapes/support/bits';
import { channelSubscribe } from '@/tests/simulator/shapes/support/subscription';
import { installEnglish } from '@/tests/support/english';
import { rowOf, textsOf } from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

const STATUS = 'channel.suspicious_user.update';
const suspicious = (low_trust_status: string) => suspiciousUserUpdate({ low_trust_status });
const redeemed = (type: string) =>
  automaticRedemption({ message: null, reward: { type, emote: { id: '25', name: 'Kappa' } } });
const raid = chatNotification({ notice_type: 'raid' });

type Case = [text: string, secondaryText: string | null, type: string, payload: object];

const UNKNOWN: Case[] = [
  [
    'The suspicious-user status of Demo_Viewer changed',
    'By Demo_Mod',
    STATUS,
    suspicious('hologram'),
  ],
  ['The suspicious-user status of Demo_Viewer changed', 'By Demo_Mod', STATUS, suspicious('')],
  [
    'The unban request of Demo_Viewer was settled',
    'By Demo_Mod',
    'channel.unban_request.resolve',
    { ...unbanRequestResolve(), status: 'hologram' },
  ],
  [
    'Poll ended: Where to next?',
    'The mines · The sea · Sleep',
    'channel.poll.end',
    { ...channelPoll('end'), status: 'hologram' },
  ],
  [
    'Prediction ended: Will the bridge be finished?',
    null,
    'channel.prediction.end',
    { ...channelPrediction('end'), status: 'hologram' },
  ],
  [
    'Prediction ended: Will the bridge be finished?',
    null,
    'channel.prediction.end',
    withoutKeys(channelPrediction('end'), 'status', 'winning_outcome_id'),
  ],
  [
    'New goal: a goal of the streamer',
    '88 of 100',
    'channel.goal.begin',
    channelGoal('begin', { type: 'hologram', description: '' }),
  ],
  [
    'A hype train started',
    'Level 1: 700 of 1,800',
    'channel.hype_train.begin',
    hypeTrain('begin', { type: 'hologram' }),
  ],
  ['Demo_Viewer subscribed at 4000', null, 'channel.subscribe', channelSubscribe({ tier: '4000' })],
  [
    'Demo_Viewer redeemed channel points',
    '300 channel points',
    'channel.channel_points_automatic_reward_redemption.add',
    redeemed('hologram'),
  ],
  [
    'Demo_Viewer used a power-up',
    null,
    'channel.chat.message',
    chatMessage({ message_type: 'power_ups_hologram' }),
  ],
  [
    'Something new from Twitch by Demo_Viewer: channel.bits.use',
    null,
    'channel.bits.use',
    bitsUse({ type: 'x' }),
  ],
  [
    'Something new from Twitch by Demo_Mod: hologram',
    null,
    'channel.moderate',
    channelModerate({ action: 'hologram' }),
  ],
  [
    'Other_Streamer is raiding',
    null,
    'channel.chat.notification',
    withNull(raid, 'raid.viewer_count'),
  ],
];

describe('an unknown value', () => {
  it.each(UNKNOWN)('is told without a claim: %s / %s', (text, secondaryText, type, payload) => {
    expect(textsOf(rowOf(type, payload))).toEqual([text, secondaryText]);
  });
});

describe('a known value', () => {
  it.each([
    ['no_treatment', 'Demo_Viewer is no longer marked as suspicious'],
    ['none', 'Demo_Viewer is no longer marked as suspicious'],
    ['active_monitoring', 'Demo_Viewer is being monitored'],
    ['restricted', 'Demo_Viewer is now restricted'],
  ])('%s is told as it is', (status, text) => {
    expect(textsOf(rowOf(STATUS, suspicious(status)))[0]).toBe(text);
  });

  it.each([
    'random_sub_emote_unlock',
    'chosen_sub_emote_unlock',
    'chosen_modified_sub_emote_unlock',
  ])('%s is told with its emote', (type) => {
    const row = rowOf('channel.channel_points_automatic_reward_redemption.add', redeemed(type));
    expect(textsOf(row)[0]).toBe('Demo_Viewer unlocked the emote Kappa');
  });

  it.each([
    ['approve_unban_request', 'The unban request of Demo_Viewer was approved'],
    ['deny_unban_request', 'The unban request of Demo_Viewer was denied'],
  ])('%s needs nothing else to be told', (action, text) => {
    const payload = withoutKeys(channelModerate({ action }), 'unban_request.is_approved');
    expect(textsOf(rowOf('channel.moderate', payload))[0]).toBe(text);
  });

  it('a prediction with a winner is decided, also without a status', () => {
    const payload = withoutKeys(channelPrediction('end'), 'status');
    expect(textsOf(rowOf('channel.prediction.end', payload))).toEqual([
      'Prediction decided: Will the bridge be finished?',
      'Before winter: 18 viewers were right',
    ]);
  });
});
