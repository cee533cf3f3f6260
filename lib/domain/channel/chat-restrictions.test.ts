import { expect, it } from 'vitest';
import { aCheer, anEvent } from '@/tests/support/builders/events';
import { CHAT_MODES, type ChatMode } from '../event/moderation';
import { restrictionsAfter } from './chat-restrictions';

const slow = { on: ['slow' as const], slowSeconds: 30, followerMinutes: null };

function aChange(on: ChatMode[], off: ChatMode[], lengths: Partial<typeof slow> = {}) {
  const detail = { moderator: null, slowSeconds: null, followerMinutes: null, ...lengths, on, off };
  return anEvent('chat_settings', detail);
}

it('takes over the whole settings', () => {
  const off = CHAT_MODES.filter((mode) => mode !== 'slow');
  const event = aChange(['slow'], off, { slowSeconds: 30 });
  expect(restrictionsAfter(event, undefined)).toEqual(slow);
});

it('applies the act of a moderator to what is known', () => {
  expect(restrictionsAfter(aChange(['emote'], []), slow)).toEqual({
    ...slow,
    on: ['emote', 'slow'],
  });
  const open = { on: [], slowSeconds: null, followerMinutes: null };
  expect(restrictionsAfter(aChange([], ['slow']), slow)).toEqual(open);
});

it('knows nothing after the act of a moderator if nothing was known before', () => {
  expect(restrictionsAfter(aChange(['emote'], []), undefined)).toBeUndefined();
});

it('ignores other events', () => {
  expect(restrictionsAfter(aCheer(), slow)).toBeUndefined();
});
