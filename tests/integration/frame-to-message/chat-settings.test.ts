import { beforeEach, describe, expect, it } from 'vitest';
import { channelOf } from '@/lib/db/channels';
import type { ChatRestrictions } from '@/lib/domain/event/moderation';
import { changeRecording } from '@/lib/settings/settings';
import {
  type ChatSettingsOptions,
  chatSettingsUpdate,
} from '@/tests/simulator/shapes/chat/chat-settings';
import { withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { installEnglish } from '@/tests/support/english';
import { rowOf, textsOf } from '@/tests/support/running/notification-row';
import { runBackground } from '@/tests/support/running/running-background';
import { until } from '@/tests/support/until';

beforeEach(installEnglish);

const TYPE = 'channel.chat_settings.update';
const followers = (follower_mode_duration_minutes = 10) => ({ follower_mode_duration_minutes });
const slow = (slow_mode_wait_time_seconds = 30) => ({ slow_mode_wait_time_seconds });
const FOLLOWERS: ChatRestrictions = { on: ['follower'], slowSeconds: null, followerMinutes: 10 };
const BOTH: ChatRestrictions = { on: ['follower', 'slow'], slowSeconds: 30, followerMinutes: 10 };
const OPEN: ChatRestrictions = { on: [], slowSeconds: null, followerMinutes: null };

const EVERY_30 = 'One message every 30 seconds';
const FOR_10 = 'For those who have followed for 10 minutes';

type Case = [
  text: string,
  secondaryText: string | null,
  before: ChatRestrictions | undefined,
  options: ChatSettingsOptions,
];

describe('settings of chat', () => {
  it.each<Case>([
    ['Chat is in slow mode', EVERY_30, undefined, slow()],
    ['Chat is followers-only', 'For those who have followed for 1 day', undefined, followers(1440)],
    [
      'Chat is followers-only and in slow mode',
      `${EVERY_30} · ${FOR_10}`,
      undefined,
      { ...followers(), ...slow() },
    ],
    [
      'Chat is emote-only, subscribers-only, and in unique-message mode',
      null,
      undefined,
      { emote_mode: true, subscriber_mode: true, unique_chat_mode: true },
    ],
    ['Chat has no restrictions', null, undefined, {}],
  ])(
    'name the modes if nothing is known of before: %s',
    (text, secondaryText, _before, options) => {
      expect(textsOf(rowOf(TYPE, chatSettingsUpdate(options)))).toEqual([text, secondaryText]);
    },
  );

  it.each<Case>([
    ['Chat is no longer in slow mode', null, BOTH, followers()],
    ['Chat is now in slow mode', EVERY_30, FOLLOWERS, { ...followers(), ...slow() }],
    ['Chat is now followers-only', FOR_10, OPEN, followers()],
    ['Chat is no longer followers-only or in slow mode', null, BOTH, {}],
    ['Chat is now in slow mode, and no longer followers-only', EVERY_30, FOLLOWERS, slow()],
    [
      'Chat settings changed',
      'One message every 45 seconds',
      BOTH,
      { ...followers(), ...slow(45) },
    ],
    ['Chat settings changed', null, BOTH, { ...followers(), ...slow() }],
  ])('name what changed: %s / %s', (text, secondaryText, chatBefore, options) => {
    const row = rowOf(TYPE, chatSettingsUpdate(options), {
      context: chatBefore === undefined ? {} : { chatBefore },
    });
    expect(textsOf(row)).toEqual([text, secondaryText]);
  });

  it('say nothing about a mode that is missing', () => {
    const payload = withoutKeys(chatSettingsUpdate(followers()), 'slow_mode');
    const row = rowOf(TYPE, payload, { context: { chatBefore: BOTH } });
    expect(textsOf(row)).toEqual(['Chat settings changed', null]);
  });
});

describe('the settings before', () => {
  it('are known from the event before, also to another worker', async () => {
    const first = await runBackground();
    await changeRecording('moderation', true);
    await first.listenTo('demo_streamer');
    first.notify(TYPE, chatSettingsUpdate({ ...followers(), ...slow() }), 'begin');
    await until(async () => {
      expect(await channelOf(first.db, '100')).toMatchObject({ chat: BOTH });
    });
    const second = await first.restart();
    await second.background.start();
    await second.welcome();
    second.notify(TYPE, chatSettingsUpdate(followers()), 'end');
    await second.waitForFeed(({ rows }) =>
      expect(rows[0]?.message).toEqual({
        message: 'event.chat_settings.off',
        params: { mode: { list: [{ message: 'chat_mode.slow' }], join: 'or' } },
      }),
    );
  });
});
