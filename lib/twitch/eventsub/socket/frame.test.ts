import { describe, expect, it } from 'vitest';
import {
  keepaliveFrame,
  notificationFrame,
  reconnectFrame,
  revocationFrame,
  welcomeFrame,
} from '@/tests/support/builders/frames';
import { parseFrame } from './frame';

function changed(text: string, change: (message: { metadata: object; payload: object }) => object) {
  return JSON.stringify(change(JSON.parse(text)));
}

const SENT_AT = Date.UTC(2026, 9, 1, 18);

const raid = notificationFrame('channel.raid', { viewers: 3 });

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
      'a reconnect, with the URL unchanged',
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
  ])('parses %s', (_case, text, frame) => {
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
  ])('turns a keepalive of %o seconds into %i', (sent, keepaliveSeconds) => {
    const text = changed(welcomeFrame('s1'), ({ metadata }) => ({
      metadata,
      payload: { session: { id: 's1', keepalive_timeout_seconds: sent } },
    }));
    expect(parseFrame(text)).toMatchObject({ ok: true, frame: { keepaliveSeconds } });
  });

  it.each([
    'wss://eventsub.wss.twitch.tv/ws?challenge=a&id=b',
    'wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=a',
    'wss://eventsub.wss.twitch.tv:8443/ws',
  ])('accepts the reconnect URL %s', (url) => {
    expect(parseFrame(reconnectFrame(url))).toEqual({
      ok: true,
      frame: { kind: 'reconnect', url },
      sentAt: SENT_AT,
    });
  });

  it.each([[null], [7], [{}], [undefined]])('keeps a notification with the time %o', (time) => {
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

  it('removes a key that would set the prototype, and no other key', () => {
    const text = raid.replace('"event":{', '"event":{"__proto__":{"hop":1},"constructor":2,');
    const parsed = parseFrame(text);
    if (!parsed.ok || parsed.frame.kind !== 'notification')
      throw new Error('The frame was discarded.');
    const { event } = parsed.frame.notification.payload;
    expect(Object.keys(event)).toEqual(['constructor', 'viewers']);
    expect(event['hop']).toBeUndefined();
  });

  it('keeps the payload of a notification unchanged', () => {
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
  ])('parses a revocation with the condition %o', (sent, condition) => {
    expect(parseFrame(revocationFrame('channel.raid', 'user_removed', sent))).toMatchObject({
      ok: true,
      frame: { kind: 'revocation', subscription: { type: 'channel.raid', condition } },
    });
  });

  it('parses a revocation without a condition', () => {
    const text = revocationFrame('channel.raid', 'user_removed').replace('"condition"', '"other"');
    expect(parseFrame(text)).toMatchObject({
      ok: true,
      frame: { subscription: { type: 'channel.raid', condition: {} } },
    });
  });

  it.each(['99', '', 1, null, undefined])(
    'parses a notification with the version %o',
    (version) => {
      const text = changed(raid, ({ metadata, payload }) => ({
        metadata: { ...metadata, subscription_version: version },
        payload,
      }));
      expect(parseFrame(text)).toMatchObject({
        ok: true,
        frame: { notification: { payload: { event: { viewers: 3 } } } },
      });
    },
  );

  it('ignores unknown keys', () => {
    const text = changed(welcomeFrame('s1'), ({ metadata, payload }) => ({
      metadata: { ...metadata, hop: 3 },
      payload: { ...payload, recovery_url: null },
      trace: 'x',
    }));
    expect(parseFrame(text)).toMatchObject({ ok: true, frame: { kind: 'welcome' } });
  });
});
