import { describe, expect, it } from 'vitest';
import { OTHER_STREAMER, STREAMER } from '../../tests/simulator/world/people/accounts.ts';
import { expectationOf, rolesOf } from './expectation.ts';

const CHAT_NOTIFICATION = 'channel.chat.notification';
const ROLES = rolesOf([STREAMER, OTHER_STREAMER]);

describe('expectationOf', () => {
  it.each([
    ['stored', CHAT_NOTIFICATION, {}],
    ['stored', 'stream.online', {}],
    ['stored', 'channel.chat.message', { message_type: 'text', cheer: { bits: 5 } }],
    ['stored', 'channel.chat.message', { message_type: 'power_ups_message_effect' }],
    ['stored', 'channel.chat.message', { message_type: 'channel_points_highlighted' }],
    ['nothing', 'channel.chat.message', { message_type: 'text', cheer: null }],
    ['stored', 'channel.raid', { from_broadcaster_user_id: STREAMER.id }],
    ['nothing', 'channel.cheer', {}],
  ])('returns %s for %s %j of the favorite', (expected, type, event) => {
    expect(expectationOf({ type, event, streamer_id: STREAMER.id }, ROLES)).toBe(expected);
  });

  it.each([
    ['stored', CHAT_NOTIFICATION],
    ['perhaps', 'stream.online'],
    ['perhaps', 'channel.update'],
    ['nothing', 'channel.chat.message'],
    ['nothing', 'channel.raid'],
  ])('returns %s for %s of another streamer', (expected, type) => {
    expect(expectationOf({ type, event: {}, streamer_id: OTHER_STREAMER.id }, ROLES)).toBe(
      expected,
    );
  });

  it('returns nothing for a streamer who is not listed', () => {
    const event = { type: CHAT_NOTIFICATION, event: {}, streamer_id: '110' };
    expect(expectationOf(event, ROLES)).toBe('nothing');
  });
});
