import { beforeEach, describe, expect, it } from 'vitest';
import { userMessageOf } from '@/lib/domain/wording/describe';
import {
  chatClear,
  chatClearUserMessages,
  chatMessageDelete,
} from '@/tests/simulator/shapes/chat/chat-clearing';
import { withNull } from '@/tests/simulator/shapes/event-shape';
import { channelBan, channelUnban } from '@/tests/simulator/shapes/moderation/ban';
import { channelModerate } from '@/tests/simulator/shapes/moderation/moderate';
import { shieldMode } from '@/tests/simulator/shapes/moderation/shield-mode';
import {
  suspiciousUserMessage,
  suspiciousUserUpdate,
} from '@/tests/simulator/shapes/moderation/suspicious-user';
import { teamChange } from '@/tests/simulator/shapes/moderation/team';
import {
  unbanRequestCreate,
  unbanRequestResolve,
} from '@/tests/simulator/shapes/moderation/unban-request';
import { warningAcknowledge, warningSend } from '@/tests/simulator/shapes/moderation/warning';
import { moment } from '@/tests/simulator/shapes/moments';
import { MODERATOR, VIEWER } from '@/tests/simulator/world/people/accounts';
import { installEnglish } from '@/tests/support/english';
import { eventOf } from '@/tests/support/running/notification-event';
import {
  expectMessage,
  type MessageCase,
  rowOf,
  textsOf,
} from '@/tests/support/running/notification-row';

beforeEach(installEnglish);

const BY = 'By Demo_Mod';
const TIMEOUT = channelBan({ reason: 'spam', banned_at: moment(0), ends_at: moment(600) });

const MODERATION: MessageCase[] = [
  ['The chat was cleared', null, 'channel.chat.clear', chatClear()],
  [
    'Messages of Demo_Viewer were removed',
    null,
    'channel.chat.clear_user_messages',
    chatClearUserMessages(),
  ],
  [
    'A message of Demo_Viewer was deleted',
    null,
    'channel.chat.message_delete',
    chatMessageDelete(),
  ],
  ['Demo_Viewer was banned', BY, 'channel.ban', channelBan({ reason: 'spam' })],
  ['Demo_Viewer was timed out for 10 minutes', BY, 'channel.ban', TIMEOUT],
  ['Demo_Viewer was timed out', BY, 'channel.ban', withNull(TIMEOUT, 'banned_at')],
  ['Demo_Viewer was banned', BY, 'channel.ban', withNull(TIMEOUT, 'ends_at')],
  ['Demo_Viewer may chat again', BY, 'channel.unban', channelUnban()],
  ['Demo_Viewer received a warning', BY, 'channel.warning.send', warningSend()],
  ['Demo_Viewer acknowledged a warning', null, 'channel.warning.acknowledge', warningAcknowledge()],
  ['Demo_Viewer asks to be unbanned', null, 'channel.unban_request.create', unbanRequestCreate()],
  [
    'The unban request of Demo_Viewer was approved',
    BY,
    'channel.unban_request.resolve',
    unbanRequestResolve(),
  ],
  [
    'The unban request of Demo_Viewer was denied',
    BY,
    'channel.unban_request.resolve',
    unbanRequestResolve({
      status: 'denied',
      moderator: MODERATOR,
      moderatorPrefix: 'moderator',
    }),
  ],
  [
    'The unban request of Demo_Viewer was withdrawn',
    null,
    'channel.unban_request.resolve',
    unbanRequestResolve({ status: 'canceled', moderator: null }),
  ],
  ['Demo_Viewer is being monitored', BY, 'channel.suspicious_user.update', suspiciousUserUpdate()],
  [
    'Demo_Viewer is now restricted',
    BY,
    'channel.suspicious_user.update',
    suspiciousUserUpdate({ low_trust_status: 'restricted' }),
  ],
  [
    'Demo_Viewer is no longer marked as suspicious',
    BY,
    'channel.suspicious_user.update',
    suspiciousUserUpdate({ low_trust_status: 'none' }),
  ],
  [
    'Demo_Viewer, who is marked as suspicious, wrote in chat',
    null,
    'channel.suspicious_user.message',
    suspiciousUserMessage(),
  ],
  ['Demo_Viewer is now a moderator', null, 'channel.moderator.add', teamChange()],
  ['Demo_Viewer is no longer a moderator', null, 'channel.moderator.remove', teamChange()],
  ['Demo_Viewer is now a VIP', null, 'channel.vip.add', teamChange()],
  ['Demo_Viewer is no longer a VIP', null, 'channel.vip.remove', teamChange()],
  ['Shield mode is on', BY, 'channel.shield_mode.begin', shieldMode('begin')],
  ['Shield mode is off', BY, 'channel.shield_mode.end', shieldMode('end')],
];

describe('messages about moderation', () => {
  it.each(MODERATION)('%s / %s', (...expected) => {
    const { event } = expectMessage(...expected);
    const [text] = expected;
    expect(event.viewer_id).toBe(text.includes(VIEWER.name) ? VIEWER.id : null);
  });

  it('do not have the reason, although it is stored', () => {
    const row = rowOf('channel.ban', TIMEOUT);
    expect(row.event.detail).toMatchObject({ reason: 'spam', seconds: 600 });
    expect(userMessageOf(row)).toBe('');
  });

  it('come with the message that a viewer wrote to the moderators', () => {
    const row = rowOf('channel.unban_request.create', unbanRequestCreate({ text: 'sorry' }));
    expect(userMessageOf(row)).toBe('sorry');
  });
});

describe('messages about channel.moderate', () => {
  it.each<[action: string, text: string, secondaryText: string | null]>([
    ['ban', 'Demo_Viewer was banned', BY],
    ['timeout', 'Demo_Viewer was timed out for 10 minutes', BY],
    ['unban', 'Demo_Viewer may chat again', BY],
    ['untimeout', 'Demo_Viewer may chat again', BY],
    ['delete', 'A message of Demo_Viewer was deleted', BY],
    ['clear', 'The chat was cleared', BY],
    ['mod', 'Demo_Viewer is now a moderator', BY],
    ['unmod', 'Demo_Viewer is no longer a moderator', BY],
    ['vip', 'Demo_Viewer is now a VIP', BY],
    ['unvip', 'Demo_Viewer is no longer a VIP', BY],
    ['warn', 'Demo_Viewer received a warning', BY],
    ['approve_unban_request', 'The unban request of Demo_Viewer was approved', BY],
    ['deny_unban_request', 'The unban request of Demo_Viewer was denied', BY],
    ['emoteonly', 'Chat is now emote-only', BY],
    ['emoteonlyoff', 'Chat is no longer emote-only', BY],
    ['followers', 'Chat is now followers-only', 'For those who have followed for 10 minutes'],
    ['followersoff', 'Chat is no longer followers-only', BY],
    ['slow', 'Chat is now in slow mode', 'One message every 30 seconds'],
    ['slowoff', 'Chat is no longer in slow mode', BY],
    ['subscribers', 'Chat is now subscribers-only', BY],
    ['subscribersoff', 'Chat is no longer subscribers-only', BY],
    ['uniquechat', 'Chat is now in unique-message mode', BY],
    ['uniquechatoff', 'Chat is no longer in unique-message mode', BY],
    ['shared_chat_ban', 'Something happened in the chat of Other_Streamer', null],
    ['add_blocked_term', 'A term was blocked in chat', null],
    ['remove_blocked_term', 'A term is no longer blocked in chat', null],
    ['add_permitted_term', 'A term was permitted in chat', null],
    ['remove_permitted_term', 'A term is no longer permitted in chat', null],
    ['hologram', 'Something new from Twitch by Demo_Mod: hologram', null],
  ])('%s: %s', (action, text, secondaryText) => {
    const row = rowOf('channel.moderate', channelModerate({ action }), { timestamp: moment(0) });
    expect(textsOf(row)).toEqual([text, secondaryText]);
  });

  it.each(['raid', 'unraid'])('ignores %s, because other types report it', (action) => {
    expect(eventOf('channel.moderate', channelModerate({ action }))).toBeNull();
  });
});
