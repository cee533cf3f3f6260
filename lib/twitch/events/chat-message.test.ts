import { describe, expect, it } from 'vitest';
import { OTHER_STREAMER, STREAMER } from '@/tests/simulator/people/accounts';
import { chatMessage } from '@/tests/simulator/shapes/chat-message';
import {
  cheermoteFragment,
  emoteFragment,
  gifFragment,
  mentionFragment,
  textFragment,
} from '@/tests/simulator/shapes/message-body';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/variants';
import { hear } from '@/tests/support/notification-event';

const MESSAGE = 'channel.chat.message';
const cheer = chatMessage({ bits: 100, message: 'so good' });

describe('ordinary chat', () => {
  it.each([
    ['a message', chatMessage()],
    ['a message without the key cheer', withoutKeys(chatMessage(), 'cheer')],
    ['an introduction', chatMessage({ message_type: 'user_intro' })],
    [
      'a highlight in another channel',
      chatMessage({ message_type: 'channel_points_highlighted', source: OTHER_STREAMER }),
    ],
    ['an empty one', chatMessage({ message: '' })],
  ])('%s is not recorded', (_what, payload) => {
    expect(hear(MESSAGE, payload)).toBeNull();
  });
});

describe('a cheer', () => {
  it('is recorded with its bits and words', () => {
    expect(hear(MESSAGE, cheer)).toMatchObject({
      event_type: 'cheer',
      source_type: MESSAGE,
      streamer_name: 'Demo_Streamer',
      viewer_id: '200',
      viewer_name: 'Demo_Viewer',
      detail: { bits: 100, message: 'so good' },
    });
  });

  it.each([
    ['a cheermote in front', [cheermoteFragment('Cheer100', 100), textFragment(' wow')], 'wow'],
    ['cheermotes only', [cheermoteFragment('Cheer1', 1), cheermoteFragment('Kappa1', 1)], ''],
    [
      'cheermotes between the words',
      [textFragment('one '), cheermoteFragment('Cheer5', 5), textFragment('  two')],
      'one two',
    ],
    [
      'emotes, mentions and pictures',
      [
        cheermoteFragment('Cheer5', 5),
        textFragment(' hey '),
        mentionFragment(STREAMER),
        textFragment(' '),
        emoteFragment('Kappa', '25'),
        gifFragment('cat', 'g1', 'https://media4.giphy.com/cat.gif'),
      ],
      'hey @Demo_Streamer Kappa[cat]',
    ],
    [
      'a piece of a new sort',
      [{ ...textFragment('sparkle'), type: 'hologram', hologram: { id: '1' } }],
      'sparkle',
    ],
  ])('has the words beside %s', (_what, fragments, message) => {
    const payload = { ...cheer, message: { text: 'whatever', fragments } };
    expect(hear(MESSAGE, payload)).toMatchObject({ detail: { message } });
  });

  it.each([
    ['null', withNull(cheer, 'message.fragments')],
    ['missing', withoutKeys(cheer, 'message.fragments')],
    ['empty', { ...cheer, message: { text: 'Cheer100 so good', fragments: [] } }],
  ])('has its whole text where fragments are %s', (_how, payload) => {
    expect(hear(MESSAGE, payload)).toMatchObject({ detail: { message: 'Cheer100 so good' } });
  });

  it.each([
    ['null', withNull(cheer, 'message')],
    ['missing', withoutKeys(cheer, 'message')],
  ])('has no words where the message is %s', (_how, payload) => {
    expect(hear(MESSAGE, payload)).toMatchObject({ detail: { bits: 100, message: '' } });
  });

  it('takes a piece without text for nothing', () => {
    const fragments = [{ type: 'text', text: null }, textFragment('yes')];
    const payload = { ...cheer, message: { text: '', fragments } };
    expect(hear(MESSAGE, payload)).toMatchObject({ detail: { message: 'yes' } });
  });

  it('may be by nobody', () => {
    const chatter = ['chatter_user_id', 'chatter_user_login', 'chatter_user_name'];
    for (const payload of [withNull(cheer, ...chatter), withoutKeys(cheer, ...chatter)]) {
      expect(hear(MESSAGE, payload)).toMatchObject({ viewer_id: null, viewer_name: null });
    }
  });
});

describe('a cheer in shared chat', () => {
  it("is not recorded where it was another channel's", () => {
    expect(hear(MESSAGE, chatMessage({ bits: 100, source: OTHER_STREAMER }))).toBeNull();
  });

  it("is recorded where it was the streamer's own", () => {
    const payload = chatMessage({ bits: 100, source: STREAMER });
    expect(hear(MESSAGE, payload)?.event_type).toBe('cheer');
  });
});

describe('keys that nothing is told by', () => {
  const told = hear(MESSAGE, cheer, { id: 'same' });

  it.each([
    'message_id',
    'message_type',
    'badges',
    'color',
    'reply',
    'channel_points_custom_reward_id',
    'channel_points_animation_id',
    'source_broadcaster_user_id',
    'source_broadcaster_user_login',
    'source_broadcaster_user_name',
    'source_message_id',
    'source_badges',
    'is_source_only',
  ])('%s changes nothing, null or missing', (key) => {
    expect(hear(MESSAGE, withNull(cheer, key), { id: 'same' })).toEqual(told);
    expect(hear(MESSAGE, withoutKeys(cheer, key), { id: 'same' })).toEqual(told);
  });

  it('may be there: a reply, a reward, and what is new', () => {
    const replyTo = { id: 'p', text: 'hey', author: STREAMER };
    const payload = chatMessage({ bits: 100, message: 'so good', replyTo });
    expect(hear(MESSAGE, { ...payload, gigantic: true }, { id: 'same' })).toEqual(told);
  });
});
