import { beforeEach, describe, expect, it } from 'vitest';
import { SECOND } from '@/lib/time';
import {
  keepaliveFrame,
  notificationFrame,
  reconnectFrame,
  revocationFrame,
  welcomeFrame,
} from '@/tests/support/builders/frames';
import { createFakeClock, type FakeClock, settled } from '@/tests/support/fakes/fake-clock';
import { createFakeSocket, type FakeSocket } from '@/tests/support/fakes/fake-socket';
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
let received: string[];
let ends: SocketEnd[];
let frameCount: number;

beforeEach(() => {
  clock = createFakeClock();
  socket = createFakeSocket('wss://eventsub.wss.twitch.tv/ws');
  received = [];
  ends = [];
  frameCount = 0;
  events = {
    frameReceived: () => {
      frameCount += 1;
    },
    welcomed: (id) => void received.push(`welcome ${id}`),
    notificationReceived: ({ metadata }) =>
      void received.push(`notification ${metadata.message_id}`),
    subscriptionRevoked: ({ status }) => void received.push(`revocation ${status}`),
    reconnectRequested: (url) => void received.push(`reconnect ${url}`),
    frameDiscarded: (error) => void received.push(`discarded ${error}`),
    ended: (end) => void ends.push(end),
  };
  connection = createSocketConnection(() => socket, clock, events);
});

describe('createSocketConnection', () => {
  it('reports each frame in order', () => {
    socket.deliver(welcomeFrame('s1'));
    socket.deliver(keepaliveFrame());
    socket.deliver(notificationFrame('channel.raid', {}, { id: 'n1' }));
    socket.deliver(reconnectFrame('wss://cell-c.eventsub.wss.twitch.tv/ws'));
    socket.deliver(revocationFrame('channel.raid', 'user_removed'));
    socket.deliver('{');
    expect(received).toEqual([
      'welcome s1',
      'notification n1',
      'reconnect wss://cell-c.eventsub.wss.twitch.tv/ws',
      'revocation user_removed',
      'discarded not_json',
    ]);
    // Includes the discarded frame and the keepalive.
    expect(frameCount).toBe(6);
    expect(ends).toEqual([]);
  });

  it('reports the welcome once when it arrives twice', () => {
    socket.deliver(welcomeFrame('s1'));
    socket.deliver(welcomeFrame('s1'));
    expect(received).toEqual(['welcome s1']);
  });

  it('reports nothing after the end', async () => {
    const late = createFakeSocket('x');
    const reports: string[] = [];
    const report = () => void reports.push('an event');
    const allEvents = {
      frameReceived: report,
      welcomed: report,
      notificationReceived: report,
      subscriptionRevoked: report,
      reconnectRequested: report,
      frameDiscarded: report,
      ended: () => {},
    };
    // This socket still delivers frames that were on their way when it was closed.
    createSocketConnection(() => ({ ...late, close: () => {} }), clock, allEvents).dismiss();
    late.deliver(welcomeFrame());
    late.deliver('{');
    await settled();
    expect(reports).toEqual([]);
  });
});

describe('a connection without a welcome', () => {
  it('ends after 15 seconds', async () => {
    await clock.advance(15 * SECOND - 1);
    expect(ends).toEqual([]);
    await clock.advance(1);
    expect(ends).toEqual([{ reason: 'no_welcome' }]);
    expect(socket.isClosed).toBe(true);
  });
});

describe('a silent connection', () => {
  it.each([10, 30, 600])('ends after twice the keepalive of %i seconds', async (keepalive) => {
    socket.deliver(welcomeFrame('s1', keepalive));
    await clock.advance(2 * keepalive * SECOND - 1);
    expect(ends).toEqual([]);
    await clock.advance(1);
    expect(ends).toEqual([{ reason: 'silent' }]);
    expect(socket.isClosed).toBe(true);
  });

  it('continues when keepalives arrive up to a fifth early or late', async () => {
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
    ['a discarded frame', 'what?'],
  ])('measures the silence again after %s', async (_case, frame) => {
    socket.deliver(welcomeFrame('s1', 10));
    await clock.advance(19 * SECOND);
    socket.deliver(frame);
    await clock.advance(19 * SECOND);
    expect(ends).toEqual([]);
    await clock.advance(SECOND);
    expect(ends).toEqual([{ reason: 'silent' }]);
  });

  it('ends in a check after the computer slept', () => {
    socket.deliver(welcomeFrame('s1', 10));
    clock.sleep(20 * SECOND);
    connection.check();
    expect(ends).toEqual([]);
    clock.sleep(1);
    connection.check();
    expect(ends).toEqual([{ reason: 'silent' }]);
  });
});

describe('the end of a connection', () => {
  it.each([1000, 1001, 1006, 4000, 4003, 4004, 4007])(
    'is reported with the close code %i',
    (code) => {
      socket.deliver(welcomeFrame());
      socket.closeWith(code);
      expect(ends).toEqual([{ reason: 'closed', code }]);
    },
  );

  it('is reported asynchronously when the browser cannot create the socket', async () => {
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

  it('closes the socket and is reported once when it is dismissed', async () => {
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
