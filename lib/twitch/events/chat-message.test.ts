import { describe, expect, it } from 'vitest';
import { chatMessage } from '@/tests/simulator/shapes/chat/chat-message';
import {
  cheermoteFragment,
  emoteFragment,
  gifFragment,
  mentionFragment,
  textFragment,
} from '@/tests/simulator/shapes/chat/message-body';
import { withNull, withoutKeys } from '@/tests/simulator/shapes/event-shape';
import { OTHER_STREAMER, STREAMER } from '@/tests/simulator/world/people/accounts';
import { eventOf } from '@/tests/support/running/notification-event';

const MESSAGE = 'channel.chat.message';
const cheer = chatMessage({ bits: 100, message: 'so good' });

describe('an ordinary chat message', () => {
  it.each([
    ['with text only', chatMessage()],
    ['without the key cheer', withoutKeys(chatMessage(), 'cheer')],
    ['that is an introduction', chatMessage({ message_type: 'user_intro' })],
    [
      'that is highlighted in another channel',
      chatMessage({ message_type: 'channel_points_highlighted', source: OTHER_STREAMER }),
    ],
    ['that is empty', chatMessage({ message: '' })],
  ])('%s is not recorded', (_case, payload) => {
    expect(eventOf(MESSAGE, payload)).toBeNull();
  });
});

describe('a cheer', () => {
  it('has its bits and its text', () => {
    expect(eventOf(MESSAGE, cheer)).toMatchObject({
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
      'cheermotes between texts',
      [textFragment('one '), cheermoteFragment('Cheer5', 5), textFragment('  two')],
      'one two',
    ],
    [
      'emotes, mentions and GIFs',
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
      'a fragment of an unknown type',
      [{ ...textFragment('sparkle'), type: 'hologram', hologram: { id: '1' } }],
      'sparkle',
    ],
  ])('has the text without cheermotes for %s', (_case, fragments, message) => {
    const payload = { ...cheer, message: { text: 'whatever', fragments } };
    expect(eventOf(MESSAGE, payload)).toMatchObject({ detail: { message } });
  });

  it.each([
    ['null', withNull(cheer, 'message.fragments')],
    ['missing', withoutKeys(cheer, 'message.fragments')],
    ['empty', { ...cheer, message: { text: 'Cheer100 so good', fragments: [] } }],
  ])('has the whole text if the fragments are %s', (_case, payload) => {
    expect(eventOf(MESSAGE, payload)).toMatchObject({ detail: { message: 'Cheer100 so good' } });
  });

  it.each([
    ['null', withNull(cheer, 'message')],
    ['missing', withoutKeys(cheer, 'message')],
  ])('has no text if the message is %s', (_case, payload) => {
    expect(eventOf(MESSAGE, payload)).toMatchObject({ detail: { bits: 100, message: '' } });
  });

  it('ignores a fragment without text', () => {
    const fragments = [{ type: 'text', text: null }, textFragment('yes')];
    const payload = { ...cheer, message: { text: '', fragments } };
    expect(eventOf(MESSAGE, payload)).toMatchObject({ detail: { message: 'yes' } });
  });

  it.each([
    ['the name of the streamer', withoutKeys(cheer, 'broadcaster_user_name')],
    ['everything about the streamer', { cheer: { bits: 100 }, chatter_user_id: '200' }],
    ['the type of a fragment', withoutKeys(cheer, 'message.fragments.type')],
    ['readable fragments', { ...cheer, message: { text: 'so good', fragments: ['so', null] } }],
    ['a number of bits, but with a text of digits', { ...cheer, cheer: { bits: '100' } }],
  ])('is recorded without %s', (_case, payload) => {
    expect(eventOf(MESSAGE, payload)).toMatchObject({
      event_type: 'cheer',
      streamer_name: 'Demo_Streamer',
      viewer_id: '200',
      detail: { bits: 100 },
    });
  });

  it('has no cheermote of a fragment without a type in its text', () => {
    const { type: _type, ...cheermote } = cheermoteFragment('Cheer100', 100);
    const payload = {
      ...cheer,
      message: { text: '', fragments: [cheermote, textFragment(' hi')] },
    };
    expect(eventOf(MESSAGE, payload)).toMatchObject({ detail: { message: 'hi' } });
  });

  it('has no viewer if Twitch does not name the chatter', () => {
    const chatter = ['chatter_user_id', 'chatter_user_login', 'chatter_user_name'];
    for (const payload of [withNull(cheer, ...chatter), withoutKeys(cheer, ...chatter)]) {
      expect(eventOf(MESSAGE, payload)).toMatchObject({ viewer_id: null, viewer_name: null });
    }
  });
});

describe('a cheer in shared chat', () => {
  it('is not recorded from another channel', () => {
    expect(eventOf(MESSAGE, chatMessage({ bits: 100, source: OTHER_STREAMER }))).toBeNull();
  });

  it("is recorded from the streamer's own channel", () => {
    const payload = chatMessage({ bits: 100, source: STREAMER });
    expect(eventOf(MESSAGE, payload)?.event_type).toBe('cheer');
  });
});

describe('fields that are not read', () => {
  const event = eventOf(MESSAGE, cheer, { id: 'same' });

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
  ])('%s may be null or missing', (key) => {
    expect(eventOf(MESSAGE, withNull(cheer, key), { id: 'same' })).toEqual(event);
    expect(eventOf(MESSAGE, withoutKeys(cheer, key), { id: 'same' })).toEqual(event);
  });

  it('may be a reply or a field that Twitch adds later', () => {
    const replyTo = { id: 'p', text: 'hey', author: STREAMER };
    const payload = chatMessage({ bits: 100, message: 'so good', replyTo });
    expect(eventOf(MESSAGE, { ...payload, gigantic: true }, { id: 'same' })).toEqual(event);
  });
});
