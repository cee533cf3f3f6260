import { describe, expect, it } from 'vitest';
import { CHAT_NOTICES, type PlannedSubscription } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { Standing } from '@/lib/twitch/eventsub/subscriptions/standing';
import type { ConnectionStage } from './connection-status';
import { createServedConnections } from './served-connections';
import type { ServedStreamer } from './served-streamers';

const ENABLED: Standing = { standing: 'enabled' };
const REFUSED: Standing = { standing: 'refused' };

/** Serves streamers with chat notices and the start of streams, and writes down each call. */
function serve(...names: string[]) {
  const calls: string[] = [];
  const stages: ConnectionStage[] = [];
  const standings = new Map<string, Standing>();
  const streamer = (name: string): ServedStreamer => ({
    streamerId: name,
    subscriptions: [CHAT_NOTICES, 'stream.online'].map(
      (type): PlannedSubscription => ({
        key: `${name} ${type}`,
        type,
        version: '1',
        condition: {},
        cost: 0,
        kinds: [],
      }),
    ),
    receiver: {
      connected: () => void calls.push(`${name} connected`),
      disconnected: () => void calls.push(`${name} disconnected`),
      refused: () => void calls.push(`${name} refused`),
      problemChanged: (problem) => void calls.push(`${name} ${problem}`),
      notificationReceived: () => {},
      subscriptionAnswered: () => {},
      subscriptionsRevoked: () => {},
    },
  });
  let served = names.map(streamer);
  const connections = createServedConnections(
    () => served,
    (stage) => void stages.push(stage),
  );
  const standingOf = (key: string): Standing => standings.get(key) ?? { standing: 'pending' };
  return {
    calls,
    stages,
    connections,
    serve: (...others: string[]) => {
      served = others.map((name) => served.find((s) => s.streamerId === name) ?? streamer(name));
      connections.servedChanged();
    },
    forgetAnswers: () => standings.clear(),
    /** Sets the standing of both subscriptions of a streamer, or of one of them. */
    answer: (name: string, standing: Standing, types = [CHAT_NOTICES, 'stream.online']) => {
      for (const type of types) standings.set(`${name} ${type}`, standing);
      connections.subscriptionsChanged(standingOf);
    },
  };
}

describe('createServedConnections', () => {
  it('connects each streamer as soon as its own subscriptions have an answer', () => {
    const { answer, calls, stages } = serve('a', 'b');
    answer('a', ENABLED, [CHAT_NOTICES]);
    expect(calls).toEqual([]);
    answer('a', ENABLED);
    expect(calls).toEqual(['a connected']);
    expect(stages.at(-1)).toEqual({ state: 'listening', problem: null });
    answer('b', ENABLED);
    expect(calls).toEqual(['a connected', 'b connected']);
  });

  it('shows the connection as it is for the most important streamer', () => {
    const { answer, stages } = serve('a', 'b');
    answer('b', ENABLED);
    expect(stages.at(-1)).toEqual({ state: 'subscribing' });
    answer('a', REFUSED, [CHAT_NOTICES]);
    answer('a', ENABLED, ['stream.online']);
    expect(stages.at(-1)).toEqual({ state: 'listening', problem: 'chat_refused' });
  });

  it('tells a streamer who refuses the viewer, and leaves the others alone', () => {
    const { answer, calls, stages } = serve('a', 'b');
    answer('a', ENABLED);
    answer('b', REFUSED);
    expect(calls).toEqual(['a connected', 'b refused', 'b chat_refused']);
    expect(stages.at(-1)).toEqual({ state: 'listening', problem: null });
    answer('b', ENABLED);
    expect(calls.slice(3)).toEqual(['b connected', 'b null']);
  });

  it('keeps a streamer connected while one more type is requested', () => {
    const { answer, calls } = serve('a');
    answer('a', ENABLED);
    answer('a', { standing: 'pending' }, ['stream.online']);
    answer('a', { standing: 'delayed', problem: 'rate_limited' }, ['stream.online']);
    answer('a', ENABLED);
    expect(calls).toEqual(['a connected', 'a rate_limited', 'a null']);
  });

  it('disconnects everybody with the session, and connects them again with the next one', () => {
    const { answer, forgetAnswers, calls, connections, stages } = serve('a', 'b');
    answer('a', ENABLED);
    answer('b', ENABLED);
    connections.sessionChanged({ state: 'waiting', problem: 'offline', retryAt: 1 });
    connections.sessionChanged({ state: 'connecting' });
    connections.sessionChanged({ state: 'subscribing' });
    forgetAnswers();
    answer('a', ENABLED);
    expect(calls.slice(2)).toEqual([
      'a disconnected',
      'b disconnected',
      'a disconnected',
      'b disconnected',
      'a connected',
    ]);
    expect(stages.at(-1)).toEqual({ state: 'listening', problem: null });
  });

  it('tells the streamers who stay nothing when others are served', () => {
    const { answer, calls, serve: serveNow, stages } = serve('a', 'b');
    answer('a', ENABLED);
    answer('b', ENABLED);
    serveNow('b', 'c');
    expect(calls).toEqual(['a connected', 'b connected']);
    expect(stages.at(-1)).toEqual({ state: 'listening', problem: null });
    serveNow('d', 'b');
    expect(stages.at(-1)).toEqual({ state: 'subscribing' });
    answer('d', ENABLED);
    serveNow('a', 'd');
    answer('a', ENABLED);
    expect(calls.slice(2)).toEqual(['d connected', 'a connected']);
  });
});
