import { describe, expect, it } from 'vitest';
import {
  keepaliveFrame,
  notificationFrame,
  reconnectFrame,
  revocationFrame,
  welcomeFrame,
} from '@/tests/support/frames';
import { parseFrame } from './frame';

function changed(text: string, change: (message: { metadata: object; payload: object }) => object) {
  return JSON.stringify(change(JSON.parse(text)));
}

const SENT_AT = Date.UTC(2026, 9, 1, 18);

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
    [
      'a welcome',
      welcomeFrame('s1', 30),
      { kind: 'welcome', sessionId: 's1', keepaliveSeconds: 30 },
    ],
    [
      'a welcome without a keepalive',
      welcomeFrame('s1', null),
      { kind: 'welcome', sessionId: 's1', keepaliveSeconds: 10 },
    ],
    ['a keepalive', keepaliveFrame(), { kind: 'keepalive' }],
    [
      'a reconnect, its address untouched',
      reconnectFrame('wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=a%2Fb&id=s1'),
      { kind: 'reconnect', url: 'wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=a%2Fb&id=s1' },
    ],
    [
      'a revocation with any status',
      revocationFrame('channel.raid', 'a_new_reason'),
      {
        kind: 'revocation',
        subscription: {
          id: 'subscription-channel.raid',
          type: 'channel.raid',
          status: 'a_new_reason',
          condition: { from_broadcaster_user_id: '100', to_broadcaster_user_id: '' },
        },
      },
    ],
  ])('reads %s', (_what, text, frame) => {
    expect(parseFrame(text)).toEqual({ ok: true, frame, sentAt: SENT_AT });
  });

  it.each([
    [0, 10],
    [-5, 10],
    [9.5, 10],
    [25, 25],
    [1e12, 600],
    ['30', 10],
    [true, 10],
  ])('makes a keepalive of %o seconds one of %i', (said, keepaliveSeconds) => {
    const text = changed(welcomeFrame('s1'), ({ metadata }) => ({
      metadata,
      payload: { session: { id: 's1', keepalive_timeout_seconds: said } },
    }));
    expect(parseFrame(text)).toMatchObject({ ok: true, frame: { keepaliveSeconds } });
  });

  it.each([
    'wss://eventsub.wss.twitch.tv/ws?challenge=a&id=b',
    'wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=a',
    'wss://eventsub.wss.twitch.tv:8443/ws',
  ])('takes %s for an address of Twitch’s', (url) => {
    expect(parseFrame(reconnectFrame(url))).toEqual({
      ok: true,
      frame: { kind: 'reconnect', url },
      sentAt: SENT_AT,
    });
  });

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
  ])('goes nowhere for %s', (url) => {
    expect(parseFrame(reconnectFrame(url))).toEqual({ ok: false, error: 'foreign_address' });
  });

  it.each([[null], [7], [{}], [undefined]])('keeps a notification whose time is %o', (time) => {
    const text = changed(raid, ({ metadata, payload }) => ({
      metadata: { ...metadata, message_timestamp: time },
      payload,
    }));
    expect(parseFrame(text)).toMatchObject({
      ok: true,
      sentAt: null,
      frame: { notification: { metadata: { message_timestamp: '' } } },
    });
  });

  it('leaves keys that are prototypes out, and nothing else', () => {
    const text = raid.replace('"event":{', '"event":{"__proto__":{"hop":1},"constructor":2,');
    const parsed = parseFrame(text);
    if (!parsed.ok || parsed.frame.kind !== 'notification') throw new Error('Put aside.');
    const { event } = parsed.frame.notification.payload;
    expect(Object.keys(event)).toEqual(['constructor', 'viewers']);
    expect(event['hop']).toBeUndefined();
  });

  it('reads a notification with its payload as it came', () => {
    const event = { viewers: 3, new_key: { deep: [null] } };
    const text = notificationFrame('channel.raid', event, { id: 'n1' });
    expect(parseFrame(text)).toMatchObject({
      ok: true,
      frame: {
        kind: 'notification',
        notification: {
          metadata: { message_id: 'n1', subscription_type: 'channel.raid' },
          payload: { event },
        },
      },
    });
  });

  it.each([
    [null, {}],
    ['broadcaster_user_id', {}],
    [['100'], {}],
    [{ broadcaster_user_id: 100, user_id: null, moderator_user_id: { id: '1' } }, {}],
    [{ broadcaster_user_id: '100', new_field: 7 }, { broadcaster_user_id: '100' }],
  ])('reads a revocation whose condition is %o', (sent, condition) => {
    expect(parseFrame(revocationFrame('channel.raid', 'user_removed', sent))).toMatchObject({
      ok: true,
      frame: { kind: 'revocation', subscription: { type: 'channel.raid', condition } },
    });
  });

  it('reads a revocation without a condition', () => {
    const text = revocationFrame('channel.raid', 'user_removed').replace('"condition"', '"other"');
    expect(parseFrame(text)).toMatchObject({
      ok: true,
      frame: { subscription: { type: 'channel.raid', condition: {} } },
    });
  });

  it.each(['99', '', 1, null, undefined])('reads a notification of the version %o', (version) => {
    const text = changed(raid, ({ metadata, payload }) => ({
      metadata: { ...metadata, subscription_version: version },
      payload,
    }));
    expect(parseFrame(text)).toMatchObject({
      ok: true,
      frame: { notification: { payload: { event: { viewers: 3 } } } },
    });
  });

  it('passes over keys that are new', () => {
    const text = changed(welcomeFrame('s1'), ({ metadata, payload }) => ({
      metadata: { ...metadata, hop: 3 },
      payload: { ...payload, recovery_url: null },
      trace: 'x',
    }));
    expect(parseFrame(text)).toMatchObject({ ok: true, frame: { kind: 'welcome' } });
  });

  const empty = ({ metadata }: { metadata: object }) => ({ metadata, payload: {} });

  it.each([
    ['nothing', '', 'not_json'],
    ['half a frame', raid.slice(0, 80), 'not_json'],
    ['bytes', new Uint8Array([1, 2]), 'not_text'],
    ['no text at all', undefined, 'not_text'],
    ['more than Twitch ever says at once', raid.padEnd(256 * 1024 + 1), 'too_long'],
    ['what nests without end', nested(100_000), 'too_deep'],
    ['a message that nests deep', withEvent(JSON.parse(nested(40))), 'too_deep'],
    ['null', 'null', 'not_a_message'],
    ['a list', '[]', 'not_a_message'],
    ['no metadata', '{"payload":{}}', 'not_a_message'],
    ['a number for a type', '{"metadata":{"message_type":1}}', 'not_a_message'],
    ['a type that is new', '{"metadata":{"message_type":"session_nap"}}', 'unknown_message_type'],
    ['an inherited name', '{"metadata":{"message_type":"toString"}}', 'unknown_message_type'],
    ['a welcome without a session', changed(welcomeFrame(), empty), 'wrong_shape'],
    ['a reconnect without an address', changed(reconnectFrame('x'), empty), 'wrong_shape'],
    ['a reconnect to no address', reconnectFrame('over there'), 'wrong_shape'],
    ['a revocation of nothing', changed(revocationFrame('x', 'y'), empty), 'wrong_shape'],
    ['a notification of nothing', changed(raid, empty), 'wrong_shape'],
    [
      'a notification without an id',
      changed(raid, ({ payload }) => ({
        metadata: { message_type: 'notification', subscription_type: 'x', message_timestamp: 'y' },
        payload,
      })),
      'wrong_shape',
    ],
    ['a notification with an empty id', withId(''), 'wrong_shape'],
    ['a notification with an id without end', withId('x'.repeat(257)), 'wrong_shape'],
    [
      'a notification of null',
      changed(raid, ({ metadata, payload }) => ({
        metadata,
        payload: { ...payload, event: null },
      })),
      'wrong_shape',
    ],
  ])('puts aside %s', (_what, data, error) => {
    expect(parseFrame(data)).toEqual({ ok: false, error });
  });
});
