import type { ChannelInfo, EventDetails } from '@/lib/domain/event/event';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { CHAT_MODES, type ChatRestrictions } from '@/lib/domain/event/moderation';
import { aRecipient } from './events';
import { EVERY_SUPPORT_DETAIL } from './every-support-detail';

// In one file, though long: one value for each kind, so that the compiler misses none.

const message = '';
const drops = { message, recipients: null };
const other = { message, noticeType: 'new_thing', systemMessage: '', raw: {} };
const TERM_CHANGES = [
  'add_blocked_term',
  'remove_blocked_term',
  'add_permitted_term',
  'remove_permitted_term',
];
const channelInfo: ChannelInfo = { title: 'Any%', category: 'Celeste', language: 'en', labels: [] };
const update = (after: Partial<ChannelInfo>, before = channelInfo) => ({
  before,
  after: { ...before, ...after },
});

const sessions = [[], [aRecipient(1)], [aRecipient(1), aRecipient(2)]].map((others) => ({
  sessionId: '1',
  others,
}));
const train = {
  trainId: '1',
  level: 2,
  total: 1500,
  progress: 700,
  goal: 1800,
  trainType: 'regular',
  top: [aRecipient(8)],
};
const poll = { pollId: '1', title: 'What?', choices: [{ title: 'Cake', votes: 0 }], status: null };
const prediction = {
  predictionId: '1',
  title: 'Really?',
  outcomes: [],
  status: null,
  winnerId: null,
};
const outcome = { id: 'yes', title: 'Yes', users: 18, channelPoints: 12_400 };
const goal = {
  goalId: '1',
  goalType: 'follow',
  description: '',
  current: 88,
  target: 100,
  isAchieved: null,
};
const euros = { amount: 5000, decimalPlaces: 2, currency: 'EUR' };
const campaign = { campaignId: '1', charityName: 'Trees', current: euros, target: euros };
const suspiciousUser = { moderator: null, status: 'none', hasWritten: false, message };
const settings: EventDetails['chat_settings'] = {
  moderator: null,
  on: [],
  off: [],
  slowSeconds: null,
  followerMinutes: null,
};

const emoteOnly: ChatRestrictions = { on: ['emote'], slowSeconds: null, followerMinutes: null };

type Details = { [Kind in EventKind]: readonly EventDetails[Kind][] };

/** Details of every kind of event, with at least one for each message that a kind can have. */
export const EVERY_DETAIL: Details = {
  ...EVERY_SUPPORT_DETAIL,
  watch_streak: [5, 0].map((streams) => ({ message, streams, channelPoints: 450 })),
  modiversary: [12, 0].map((months) => ({ message, months })),
  gifted_drops: [drops, { ...drops, recipients: 4 }],
  announcement: [{ message: 'Read this', color: 'BLUE' }],
  raid_in: [{ viewers: 1 }, { viewers: 1284 }, { viewers: 0 }],
  raid_out: [80, 0].map((viewers) => ({ viewers, target: aRecipient(4) })),
  unraid: [{}],
  stream_online: [
    { streamId: '1', startedAt: 0 },
    ...['playlist', 'premiere', 'rerun', 'watch_party', 'hologram'].map((broadcastType) => ({
      streamId: '1',
      startedAt: 0,
      broadcastType,
    })),
  ],
  stream_offline: [{ streamId: null, startedAt: null }],
  channel_update: [
    update({ title: 'New' }),
    update({ category: '' }),
    update({ title: '', category: 'Chess', language: 'de', labels: ['Gambling'] }),
    update({ language: 'de' }),
    update({ labels: ['MatureGame', 'Holograms'] }),
    update({ labels: [] }, { ...channelInfo, labels: ['SexualThemes'] }),
    update({}),
    { before: null, after: channelInfo },
  ],
  shared_chat: [
    ...['', 'Someone subscribed.'].map((systemMessage) => ({
      message,
      noticeType: 'shared_chat_sub',
      systemMessage,
      source: aRecipient(5),
    })),
    { ...other, source: aRecipient(5) },
  ],
  other: [
    other,
    { ...other, systemMessage: 'Someone did something.' },
    ...['custom_reward_add', 'custom_reward_update', 'custom_reward_remove'].map((noticeType) => ({
      ...other,
      noticeType,
      subject: 'Hydrate',
    })),
    ...TERM_CHANGES.map((noticeType) => ({ ...other, noticeType })),
  ],
  follow: [{}],
  highlight: [{ message: 'Read this' }],
  redemption: [
    { message, rewardType: 'custom', title: 'Hydrate', cost: 500 },
    { message, rewardType: 'single_message_bypass_sub_mode', title: '', cost: 0 },
    { message, rewardType: 'random_sub_emote_unlock', title: 'Kappa', cost: 1 },
    { message, rewardType: 'hologram', title: '', cost: 1 },
  ],
  shoutout_given: [{ target: aRecipient(6), viewers: 860 }],
  shoutout_received: [{ viewers: 1 }],
  ad_break: [
    { seconds: 90, isAutomatic: true, requester: null },
    { seconds: 0, isAutomatic: false, requester: aRecipient(7) },
  ],
  shared_chat_begin: sessions,
  shared_chat_update: sessions,
  shared_chat_end: [{ sessionId: '1' }],
  hype_train_begin: [
    train,
    { ...train, trainType: 'golden_kappa' },
    { ...train, trainType: 'treasure' },
    { ...train, sharedWith: [] },
  ],
  hype_train_progress: [train, { ...train, sharedWith: [aRecipient(1), aRecipient(2)] }],
  hype_train_end: [
    { ...train, progress: null, goal: null },
    { ...train, progress: null, goal: null, sharedWith: [aRecipient(1)] },
  ],
  poll_begin: [poll],
  poll_progress: [{ ...poll, choices: [{ title: 'Tea', votes: 3 }, ...poll.choices] }],
  poll_end: [
    { ...poll, status: 'completed' },
    { ...poll, status: 'terminated', choices: [{ title: 'Tea', votes: 3 }] },
    {
      ...poll,
      status: 'completed',
      choices: ['Tea', 'Milk'].map((title) => ({ title, votes: 3 })),
    },
    {
      ...poll,
      status: 'completed',
      choices: ['Tea', 'Milk', 'Ale', 'Gin'].map((title) => ({ title, votes: 3 })),
    },
  ],
  prediction_begin: [prediction],
  prediction_progress: [{ ...prediction, outcomes: [outcome] }],
  prediction_lock: [prediction],
  prediction_end: [
    { ...prediction, status: 'resolved', outcomes: [outcome], winnerId: outcome.id },
    { ...prediction, status: 'canceled' },
    { ...prediction, status: 'hologram' },
  ],
  goal_begin: [
    'follow',
    'subscription',
    'subscription_count',
    'new_subscription',
    'new_subscription_count',
    'new_bit',
    'new_cheerer',
    'hologram',
  ].map((goalType) => ({ ...goal, goalType })),
  goal_progress: [{ ...goal, description: 'A new lamp' }],
  goal_end: [
    { ...goal, isAchieved: true },
    { ...goal, isAchieved: false },
  ],
  charity_begin: [campaign],
  charity_progress: [campaign],
  charity_end: [{ ...campaign, current: null }],
  chat_clear: [{ moderator: aRecipient(9) }],
  user_messages_cleared: [{ moderator: null }],
  message_delete: [{ moderator: null }],
  ban: [{ moderator: null, reason: 'spam' }],
  timeout: [
    { moderator: null, reason: '', seconds: 600 },
    { moderator: null, reason: '', seconds: null },
  ],
  unban: [{ moderator: null }],
  warning: [{ moderator: null, reason: '', rules: [] }],
  warning_acknowledged: [{}],
  unban_request: [{ message: 'Please' }],
  unban_request_resolved: ['approved', 'denied', 'canceled', 'hologram'].map((status) => ({
    moderator: null,
    reason: '',
    status,
  })),
  suspicious_user: [
    ...['no_treatment', 'active_monitoring', 'restricted', 'hologram'].map((status) => ({
      ...suspiciousUser,
      status,
    })),
    { ...suspiciousUser, hasWritten: true, message: 'hello' },
  ],
  moderator_add: [{ moderator: null }],
  moderator_remove: [{ moderator: null }],
  vip_add: [{ moderator: null }],
  vip_remove: [{ moderator: null }],
  chat_settings: [
    settings,
    { ...settings, off: [...CHAT_MODES] },
    { ...settings, off: ['unique'] },
    { ...settings, on: ['emote', 'slow'], off: ['follower', 'subscriber', 'unique'] },
    { ...settings, on: ['slow', 'emote'], slowSeconds: 30 },
    { ...settings, on: ['slow'], off: ['emote'], before: emoteOnly },
    { ...settings, on: ['follower'], followerMinutes: 10 },
  ],
  shield_on: [{ moderator: null }],
  shield_off: [{ moderator: null }],
};
