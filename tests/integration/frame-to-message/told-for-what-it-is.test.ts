import { beforeEach, describe, expect, it } from 'vitest';
import { adBreakBegin } from '@/tests/simulator/shapes/channel/ad-break';
import { streamOnline } from '@/tests/simulator/shapes/channel/stream';
import { chatSettingsUpdate } from '@/tests/simulator/shapes/chat/chat-settings';
import { channelBan } from '@/tests/simulator/shapes/moderation/ban';
import { channelModerate } from '@/tests/simulator/shapes/moderation/moderate';
import { suspiciousUserMessage } from '@/tests/simulator/shapes/moderation/suspicious-user';
import { moment } from '@/tests/simulator/shapes/moments';
import { hypeTrain } from '@/tests/simulator/shapes/polls-goals-trains/hype-train';
import { OTHER_STREAMER, STREAMER } from '@/tests/simulator/world/people/accounts';
import { installEnglish } from '@/tests/support/english';
import { rowOf, secondaryTextOf, textOf, textsOf } from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

describe('a length is rounded to what a person says', () => {
  it.each([
    [600.7, 'Demo_Viewer was timed out for 10 minutes'],
    [599.3, 'Demo_Viewer was timed out for 10 minutes'],
    [86_461, 'Demo_Viewer was timed out for 1 day'],
    [-3, 'Demo_Viewer was timed out'],
    [0, 'Demo_Viewer was timed out'],
  ])('of a timeout of %f seconds: %s', (seconds, text) => {
    const ban = channelBan({ banned_at: moment(0), ends_at: moment(seconds) });
    expect(textOf(rowOf('channel.ban', ban))).toBe(text);
  });

  it.each([
    [0.7, 'Demo_Viewer was timed out for 10 minutes'],
    [603, 'Demo_Viewer was timed out'],
  ])('of a timeout that is reported %f seconds late: %s', (late, text) => {
    const timeout = channelModerate({ action: 'timeout' });
    expect(textOf(rowOf('channel.moderate', timeout, { timestamp: moment(late) }))).toBe(text);
  });

  it.each<[string, object, string]>([
    ['channel.ad_break.begin', adBreakBegin({ duration_seconds: 179 }), 'Ad break of 3 minutes'],
    ['channel.ad_break.begin', adBreakBegin({ duration_seconds: -1 }), 'An ad break began'],
  ])('of an ad break (%s, %#)', (type, payload, text) => {
    expect(textOf(rowOf(type, payload))).toBe(text);
  });

  it.each<[object, string]>([
    [{ slow_mode_wait_time_seconds: 119 }, 'One message every 2 minutes'],
    [{ follower_mode_duration_minutes: 1441 }, 'For those who have followed for 1 day'],
  ])('of a mode of the chat: %j', (settings, text) => {
    const row = rowOf('channel.chat_settings.update', chatSettingsUpdate(settings));
    expect(secondaryTextOf(row)).toBe(text);
  });
});

describe('a shared hype train', () => {
  const shared = { shared_train_participants: [OTHER_STREAMER, STREAMER] };

  it.each([
    ['begin', 'A shared hype train started', 'Level 1: 700 of 1,800'],
    ['progress', 'Shared hype train at level 1', 'Level 1: 700 of 1,800'],
    ['end', 'Shared hype train ended at level 1', 'Demo_Viewer gave the most'],
  ] as const)('is told as shared at its %s', (phase, text, progress) => {
    const row = rowOf(`channel.hype_train.${phase}`, hypeTrain(phase, shared));
    expect(textsOf(row)).toEqual([text, `${progress} · Shared with Other_Streamer`]);
  });

  it('is told as shared if it has a name of its own', () => {
    const train = hypeTrain('begin', { ...shared, type: 'golden_kappa' });
    expect(textsOf(rowOf('channel.hype_train.begin', train))).toEqual([
      'A golden Kappa hype train started',
      'Level 1: 700 of 1,800 · Shared with Other_Streamer',
    ]);
  });

  it.each([
    ['null', null],
    ['unreadable', 'two'],
  ])('is shared even if its participants are %s', (_case, shared_train_participants) => {
    const train = { ...hypeTrain('end', shared), shared_train_participants };
    expect(textsOf(rowOf('channel.hype_train.end', train))).toEqual([
      'Shared hype train ended at level 1',
      'Demo_Viewer gave the most · Shared with other channels',
    ]);
  });
});

describe('a broadcast that is not live', () => {
  it.each([
    ['live', 'Demo_Streamer went live'],
    ['', 'Demo_Streamer went live'],
    ['rerun', 'Demo_Streamer started a rerun'],
    ['playlist', 'Demo_Streamer started a playlist'],
    ['premiere', 'Demo_Streamer started a premiere'],
    ['watch_party', 'Demo_Streamer started a watch party'],
    ['hologram', 'Demo_Streamer started a broadcast'],
  ])('is told by its type "%s"', (type, text) => {
    expect(textOf(rowOf('stream.online', streamOnline({ type })))).toBe(text);
  });
});

it('a suspicious viewer is named if a part of the message has no type', () => {
  const message = {
    text: 'hello you',
    fragments: [{ text: 'hello ' }, { type: 'text', text: 'you' }],
  };
  const row = rowOf('channel.suspicious_user.message', { ...suspiciousUserMessage(), message });
  expect(textOf(row)).toBe('Demo_Viewer, who is marked as suspicious, wrote in chat');
  expect(row.event.detail).toMatchObject({ message: 'hello you' });
});
