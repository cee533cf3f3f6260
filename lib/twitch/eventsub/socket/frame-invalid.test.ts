import { describe, expect, it } from 'vitest';
import {
  notificationFrame,
  reconnectFrame,
  revocationFrame,
  welcomeFrame,
} from '@/tests/support/builders/frames';
import { parseFrame } from './frame';

function changed(text: string, change: (message: { metadata: object; payload: object }) => object) {
  return JSON.stringify(change(JSON.parse(text)));
}

const raid = notificationFrame('channel.raid', { viewers: 3 });

function nested(levels: number): string {
  return '['.repeat(levels) + ']'.repeat(levels);
}

function withEvent(event: object): string {
  return notificationFrame('channel.raid', { event });
}

function withId(id: string): string {
  return notificationFrame('channel.raid', {}, { id });
}

describe('parseFrame', () => {
  it.each([
    'ws://eventsub.wss.twitch.tv/ws',
    'https://eventsub.wss.twitch.tv/ws',
    'wss://twitch.tv/ws',
    'wss://evilwss.twitch.tv/ws',
    'wss://eventsub.wss.twitch.tv.example/ws',
    'wss://eventsub.wss.twitch.tv@example.com/ws',
    'wss://example.com/?.wss.twitch.tv',
    'wss://example.com\\\\.wss.twitch.tv/ws',
    'wss://127.0.0.1/ws',
    'javascript:alert(1)',
  ])('discards a reconnect to %s', (url) => {
    expect(parseFrame(reconnectFrame(url))).toEqual({ ok: false, error: 'foreign_address' });
  });

  const empty = ({ metadata }: { metadata: object }) => ({ metadata, payload: {} });

  it.each([
    ['an empty text', '', 'not_json'],
    ['half a frame', raid.slice(0, 80), 'not_json'],
    ['bytes', new Uint8Array([1, 2]), 'not_text'],
    ['undefined', undefined, 'not_text'],
    ['a text that is longer than any of Twitch', raid.padEnd(256 * 1024 + 1), 'too_long'],
    ['a text that nests 100,000 levels', nested(100_000), 'too_deep'],
    ['a message that nests 40 levels', withEvent(JSON.parse(nested(40))), 'too_deep'],
    ['null', 'null', 'not_a_message'],
    ['a list', '[]', 'not_a_message'],
    ['a message without metadata', '{"payload":{}}', 'not_a_message'],
    ['a message with a number as its type', '{"metadata":{"message_type":1}}', 'not_a_message'],
    [
      'a message of an unknown type',
      '{"metadata":{"message_type":"session_nap"}}',
      'unknown_message_type',
    ],
    [
      'a message with the name of a method as its type',
      '{"metadata":{"message_type":"toString"}}',
      'unknown_message_type',
    ],
    ['a welcome without a session', changed(welcomeFrame(), empty), 'wrong_shape'],
    ['a reconnect without a URL', changed(reconnectFrame('x'), empty), 'wrong_shape'],
    ['a reconnect to something that is not a URL', reconnectFrame('over there'), 'wrong_shape'],
    [
      'a revocation without a subscription',
      changed(revocationFrame('x', 'y'), empty),
      'wrong_shape',
    ],
    ['a notification without an event', changed(raid, empty), 'wrong_shape'],
    [
      'a notification without an id',
      changed(raid, ({ payload }) => ({
        metadata: { message_type: 'notification', subscription_type: 'x', message_timestamp: 'y' },
        payload,
      })),
      'wrong_shape',
    ],
    ['a notification with an empty id', withId(''), 'wrong_shape'],
    ['a notification with an id of 257 characters', withId('x'.repeat(257)), 'wrong_shape'],
    [
      'a notification with null as its event',
      changed(raid, ({ metadata, payload }) => ({
        metadata,
        payload: { ...payload, event: null },
      })),
      'wrong_shape',
    ],
  ])('discards %s', (_case, data, error) => {
    expect(parseFrame(data)).toEqual({ ok: false, error });
  });
});
