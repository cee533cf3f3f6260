// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { OTHER_STREAMER, VIEWER } from '../world/people/accounts.ts';
import { channelRaid, channelUpdate, streamOffline, streamOnline } from './channel/stream.ts';
import { chatMessage } from './chat/chat-message.ts';
import { chatNotification } from './chat/chat-notification.ts';
import { gifFragment } from './chat/message-body.ts';
import { NOTICE_DEFAULTS } from './chat/notice-defaults.ts';
import { NOTICE_KEYS, NOTICE_TYPES, plainNotice } from './chat/notice-payloads.ts';
import { withNull, withoutKeys } from './event-shape.ts';
import { channelPrediction } from './polls-goals-trains/prediction.ts';

const COMMON_KEYS = [
  'broadcaster_user_id',
  'broadcaster_user_login',
  'broadcaster_user_name',
  'source_broadcaster_user_id',
  'source_broadcaster_user_login',
  'source_broadcaster_user_name',
  'chatter_user_id',
  'chatter_user_login',
  'chatter_user_name',
  'chatter_is_anonymous',
  'color',
  'badges',
  'source_badges',
  'system_message',
  'message_id',
  'source_message_id',
  'is_source_only',
  'message',
  'notice_type',
];

describe('a chat notification', () => {
  it.each(NOTICE_TYPES)('of type %s fills only its own key', (notice_type) => {
    const event = chatNotification({ notice_type });
    const filled = NOTICE_TYPES.filter((key) => event[key] !== null && event[key] !== undefined);
    expect(filled).toEqual([notice_type]);
    expect(event[notice_type]).toEqual(NOTICE_DEFAULTS[plainNotice(notice_type)]);
    expect(event.system_message).not.toContain('undefined');
  });

  it.each(NOTICE_KEYS)(
    'of type %s has the keys of a real notification in their order',
    (notice_type) => {
      const event = chatNotification({ notice_type });
      expect(Object.keys(event)).toEqual([...COMMON_KEYS, ...NOTICE_KEYS]);
    },
  );

  it('takes the given options and defaults for the rest', () => {
    const event = chatNotification({
      notice_type: 'resub',
      chatter: VIEWER,
      message: 'another month',
      resub: { cumulative_months: 14, streak_months: 3 },
    });
    expect(event).toMatchObject({
      chatter_user_login: 'demo_viewer',
      message: { text: 'another month', fragments: [{ type: 'text', text: 'another month' }] },
      resub: { cumulative_months: 14, streak_months: 3, sub_tier: '1000', is_gift: false },
    });
  });

  it('can be anonymous', () => {
    expect(chatNotification({ notice_type: 'sub_gift', chatter: null })).toMatchObject({
      chatter_user_id: null,
      chatter_user_login: null,
      chatter_user_name: null,
      chatter_is_anonymous: true,
      color: '',
    });
  });

  it.each(['unknown', 'hologram_wave'])('can have the type %s, which has no object', (type) => {
    const event = chatNotification({ notice_type: type, otherKeys: 'missing' });
    expect(Object.keys(event)).toEqual(COMMON_KEYS);
    expect(event.system_message).not.toBe('');
  });

  it('contains the source channel of a shared notice', () => {
    expect(chatNotification({ notice_type: 'shared_chat_sub' })).toMatchObject({
      broadcaster_user_id: '100',
      source_broadcaster_user_id: OTHER_STREAMER.id,
      source_message_id: expect.any(String),
      source_badges: [],
      is_source_only: false,
    });
  });

  it('is equal for equal options, including the id', () => {
    const [first, equal, different] = ['sub', 'sub', 'raid'].map((notice_type) =>
      chatNotification({ notice_type }),
    );
    expect(first).toEqual(equal);
    expect(first?.message_id).not.toBe(different?.message_id);
  });
});

describe('a chat message', () => {
  it('is a plain message, a cheer or a reply', () => {
    expect(chatMessage({ message: 'hi' })).toMatchObject({ cheer: null, reply: null });
    expect(chatMessage({ bits: 100, message: 'for you' })).toMatchObject({
      cheer: { bits: 100 },
      message: {
        text: 'Cheer100 for you',
        fragments: [
          { type: 'cheermote', cheermote: { prefix: 'cheer', bits: 100, tier: 100 } },
          {},
        ],
      },
    });
    const replyTo = { id: 'm-1', text: 'hi', author: OTHER_STREAMER };
    expect(chatMessage({ replyTo })).toMatchObject({
      reply: { parent_message_id: 'm-1', parent_user_login: 'other_streamer' },
    });
  });

  it('can contain a GIF fragment', () => {
    const gif = gifFragment('happy dance', 'g1', 'https://media4.giphy.com/media/g1/giphy.gif');
    expect(chatMessage({ message: [gif] })).toMatchObject({ message: { text: '[happy dance]' } });
  });
});

describe('the events of a stream', () => {
  it('have the fields of Twitch', () => {
    expect(Object.keys(streamOnline())).toEqual([
      'id',
      'broadcaster_user_id',
      'broadcaster_user_login',
      'broadcaster_user_name',
      'type',
      'started_at',
    ]);
    expect(streamOffline()).not.toHaveProperty('id');
    expect(streamOffline({ id: '7' })).toHaveProperty('id', '7');
    expect(channelUpdate({ category: '' })).toMatchObject({ category_id: '', category_name: '' });
    expect(channelRaid()).toMatchObject({
      from_broadcaster_user_id: '100',
      to_broadcaster_user_id: '101',
      viewers: 42,
    });
  });
});

describe('the predictors of an outcome', () => {
  const outcomes = [
    {
      title: 'Yes',
      channel_points: 100,
      top_predictors: [{ user: VIEWER, channel_points_used: 50 }],
    },
    {
      title: 'No',
      channel_points: 300,
      top_predictors: [{ user: OTHER_STREAMER, channel_points_used: 300 }],
    },
    { title: 'Maybe' },
  ];
  const won = (event: Record<string, unknown>) =>
    (event.outcomes as { top_predictors: { channel_points_won: number | null }[] }[]).map(
      ({ top_predictors }) => top_predictors.map(({ channel_points_won }) => channel_points_won),
    );

  it('have won nothing yet while the prediction runs', () => {
    expect(won(channelPrediction('lock', { outcomes }))).toEqual([[null], [null], []]);
  });

  it('have won their share of all points at the end', () => {
    expect(won(channelPrediction('end', { outcomes }))).toEqual([[200], [0], []]);
  });

  it('have won nothing if the prediction is canceled', () => {
    const canceled = channelPrediction('end', { outcomes, status: 'canceled' });
    expect(won(canceled)).toEqual([[null], [null], []]);
  });

  it('are those of the outcome that won', () => {
    const event = channelPrediction('end', { outcomes });
    expect(event.outcomes).toMatchObject([{ id: event.winning_outcome_id }, {}, {}]);
  });
});

describe('variants', () => {
  const event = chatNotification({ notice_type: 'sub' });

  it('remove keys or set them to null, without changing the original', () => {
    const without = withoutKeys(event, 'color', 'sub.is_prime');
    expect(without).not.toHaveProperty('color');
    expect(without.sub).toEqual({ sub_tier: '1000', duration_months: 1 });
    expect(withNull(event, 'message.fragments')).toMatchObject({ message: { fragments: null } });
    expect(event).toHaveProperty('sub.is_prime', false);
  });
});
