import { beforeEach, describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import { createFakeClock, type FakeClock, settled } from '@/tests/support/fake-clock';
import { createFakeSocket, type FakeSocket } from '@/tests/support/fake-socket';
import {
  keepaliveFrame,
  notificationFrame,
  reconnectFrame,
  revocationFrame,
  welcomeFrame,
} from '@/tests/support/frames';
import {
  createSocketConnection,
  type SocketConnection,
  type SocketEnd,
  type SocketEvents,
} from './socket-connection';

let clock: FakeClock;
let socket: FakeSocket;
let connection: SocketConnection;
let events: SocketEvents;
let told: string[];
let ends: SocketEnd[];
let frames: number;

beforeEach(() => {
  clock = createFakeClock();
  socket = createFakeSocket('wss://eventsub.wss.twitch.tv/ws');
  told = [];
  ends = [];
  frames = 0;
  events = {
    frameReceived: () => {
      frames += 1;
    },
    welcomed: (id) => void told.push(`welcome ${id}`),
    notificationReceived: ({ metadata }) => void told.push(`notification ${metadata.message_id}`),
    subscriptionRevoked: ({ status }) => void told.push(`revocation ${status}`),
    reconnectRequested: (url) => void told.push(`reconnect ${url}`),
    frameDiscarded: (error) => void told.push(`discarded ${error}`),
    ended: (end) => void ends.push(end),
  };
  connection = createSocketConnection(() => socket, clock, events);
});

describe('what a connection tells', () => {
  it('is each frame in order', () => {
    socket.deliver(welcomeFrame('s1'));
    socket.deliver(keepaliveFrame());
    socket.deliver(notificationFrame('channel.raid', {}, { id: 'n1' }));
    socket.deliver(reconnectFrame('wss://cell-c.eventsub.wss.twitch.tv/ws'));
    socket.deliver(revocationFrame('channel.raid', 'user_removed'));
    socket.deliver('{');
    expect(told).toEqual([
      'welcome s1',
      'notification n1',
      'reconnect wss://cell-c.eventsub.wss.twitch.tv/ws',
      'revocation user_removed',
      'discarded not_json',
    ]);
    // Also what is put aside, and the keepalive, which says nothing.
    expect(frames).toBe(6);
    expect(ends).toEqual([]);
  });

  it('is a welcome once, though Twitch may say it twice', () => {
    socket.deliver(welcomeFrame('s1'));
    socket.deliver(welcomeFrame('s1'));
    expect(told).toEqual(['welcome s1']);
  });

  it('is nothing after the end', async () => {
    const late = createFakeSocket('x');
    const heard: string[] = [];
    const note = () => void heard.push('something');
    const noted = {
      frameReceived: note,
      welcomed: note,
      notificationReceived: note,
      subscriptionRevoked: note,
      reconnectRequested: note,
      frameDiscarded: note,
      ended: () => {},
    };
    // A socket that still delivers what was on its way when it was closed.
    createSocketConnection(() => ({ ...late, close: () => {} }), clock, noted).dismiss();
    late.deliver(welcomeFrame());
    late.deliver('{');
    await settled();
    expect(heard).toEqual([]);
  });
});

describe('a welcome that does not come', () => {
  it('ends the connection after 15 seconds', async () => {
    await clock.advance(15 * SECOND - 1);
    expect(ends).toEqual([]);
    await clock.advance(1);
    expect(ends).toEqual([{ reason: 'no_welcome' }]);
    expect(socket.isClosed).toBe(true);
  });
});

describe('silence', () => {
  it.each([10, 30, 600])('ends it after twice the keepalive of %i seconds', async (keepalive) => {
    socket.deliver(welcomeFrame('s1', keepalive));
    await clock.advance(2 * keepalive * SECOND - 1);
    expect(ends).toEqual([]);
    await clock.advance(1);
    expect(ends).toEqual([{ reason: 'silent' }]);
    expect(socket.isClosed).toBe(true);
  });

  it('is no alarm while keepalives come with a jitter of a fifth', async () => {
    socket.deliver(welcomeFrame('s1', 10));
    for (let beat = 0; beat < 200; beat += 1) {
      await clock.advance(10 * SECOND * (beat % 2 === 0 ? 0.8 : 1.2));
      socket.deliver(keepaliveFrame());
    }
    expect(ends).toEqual([]);
  });

  it.each([
    ['a keepalive', keepaliveFrame()],
    ['a notification', notificationFrame('channel.raid', {})],
    ['a revocation', revocationFrame('channel.raid', 'user_removed')],
    ['a reconnect', reconnectFrame('wss://cell-c.eventsub.wss.twitch.tv/ws')],
    ['a frame that is not understood', 'what?'],
  ])('begins anew with %s', async (_what, frame) => {
    socket.deliver(welcomeFrame('s1', 10));
    await clock.advance(19 * SECOND);
    socket.deliver(frame);
    await clock.advance(19 * SECOND);
    expect(ends).toEqual([]);
    await clock.advance(SECOND);
    expect(ends).toEqual([{ reason: 'silent' }]);
  });

  it('of a machine that slept is found by a check', () => {
    socket.deliver(welcomeFrame('s1', 10));
    clock.sleep(20 * SECOND);
    connection.check();
    expect(ends).toEqual([]);
    clock.sleep(1);
    connection.check();
    expect(ends).toEqual([{ reason: 'silent' }]);
  });
});

describe('the end', () => {
  it.each([1000, 1001, 1006, 4000, 4003, 4004, 4007])('is told with Twitch’s code %i', (code) => {
    socket.deliver(welcomeFrame());
    socket.closeWith(code);
    expect(ends).toEqual([{ reason: 'closed', code }]);
  });

  it('of a socket that can’t even be made is told at once, though not before there is a connection', async () => {
    const failed: SocketEnd[] = [];
    createSocketConnection(
      () => {
        throw new DOMException('Too many sockets', 'SecurityError');
      },
      clock,
      { ...events, ended: (end) => void failed.push(end) },
    );
    expect(failed).toEqual([]);
    await settled();
    expect(failed).toEqual([{ reason: 'closed', code: 1006 }]);
  });

  it('by the owner closes the socket and is told once', async () => {
    connection.dismiss();
    connection.dismiss();
    await settled();
    expect(socket.isClosed).toBe(true);
    expect(ends).toEqual([{ reason: 'dismissed' }]);
  });

  it('leaves no timer', () => {
    socket.deliver(welcomeFrame());
    socket.deliver(keepaliveFrame());
    expect(clock.pending).toBe(1);
    socket.closeWith(1006);
    expect(clock.pending).toBe(0);
    connection.check();
    expect(ends).toHaveLength(1);
  });
});
