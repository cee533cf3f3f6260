import type { Clock } from './core/clock.ts';
import { createFaults, type Faults } from './core/faults.ts';
import type { Random } from './core/random.ts';
import { createSentLog, type SentLog } from './core/sent-log.ts';
import { createTimers, type Timers } from './core/timers.ts';
import type { Timings } from './core/timings.ts';
import { createTraffic, type Traffic } from './core/traffic.ts';
import { createFrames } from './eventsub/frames.ts';
import { createGateway, type Gateway } from './eventsub/gateway.ts';
import { createHub, type Hub } from './eventsub/hub.ts';
import type { Publication } from './eventsub/matching.ts';
import { createSessions, type Sessions } from './eventsub/sessions.ts';
import { createSubscriptions, type Subscriptions } from './eventsub/subscriptions.ts';
import { createRateLimit, type RateLimit } from './helix/rate-limit.ts';
import { createScenarioPlayer, type ScenarioPlayer } from './scenario/player.ts';
import { type Channels, createChannels } from './world/channels.ts';
import { type ChatLog, createChatLog } from './world/chat-log.ts';
import { createRecords, type Records } from './world/records/records.ts';
import { createTokens, type Tokens } from './world/tokens.ts';

/** The whole state of the simulated Twitch, and what can be done with it. */
export interface Simulation {
  clock: Clock;
  channels: Channels;
  chatLog: ChatLog;
  faults: Faults;
  gateway: Gateway;
  hub: Hub;
  player: ScenarioPlayer;
  rateLimit: RateLimit;
  records: Records;
  sentLog: SentLog;
  sessions: Sessions;
  subscriptions: Subscriptions;
  timers: Timers;
  tokens: Tokens;
  traffic: Traffic;
  /** Aborted when the simulator closes. */
  shutdown: AbortSignal;
  /** What breaks the open connections of a port. */
  onDisconnect(disconnect: () => void): void;
  /** Breaks every open connection, sockets and requests alike. */
  disconnectAll(): void;
  /** Sends an event; Helix and the chat of the page know it too, where it belongs there. */
  publish(publication: Publication): string[];
  close(): void;
}

export interface SimulationOptions {
  clock: Clock;
  random: Random;
  timings: Timings;
}

export function createSimulation({ clock, random, timings }: SimulationOptions): Simulation {
  const timers = createTimers();
  const faults = createFaults();
  const traffic = createTraffic();
  const shutdown = new AbortController();
  const disconnects: (() => void)[] = [];
  const tokens = createTokens({ clock, random });
  const channels = createChannels({ clock, random });
  const chatLog = createChatLog();
  const records = createRecords(clock.now());
  const sentLog = createSentLog(clock);
  const frames = createFrames({ clock, random });
  const subscriptions = createSubscriptions({
    clock,
    disabledListedMs: timings.disabledListedMs,
  });
  const parts = { clock, random, timers, timings, faults, traffic, frames, tokens, subscriptions };
  const sessions = createSessions(parts);
  const hub = createHub({ ...parts, sessions });
  const gateway = createGateway({ ...parts, sessions });

  function publish(publication: Publication): string[] {
    chatLog.note(publication);
    records.note(publication);
    const messageIds = hub.publish(publication);
    sentLog.note(publication, messageIds);
    return messageIds;
  }

  const player = createScenarioPlayer({ clock, channels, timers, publish });
  const rateLimit = createRateLimit(clock);

  return {
    clock,
    channels,
    chatLog,
    faults,
    gateway,
    hub,
    player,
    rateLimit,
    records,
    sentLog,
    sessions,
    subscriptions,
    timers,
    tokens,
    traffic,
    publish,
    shutdown: shutdown.signal,
    onDisconnect: (disconnect) => void disconnects.push(disconnect),
    disconnectAll() {
      for (const disconnect of disconnects) disconnect();
    },
    close() {
      shutdown.abort();
      gateway.close();
      timers.cancelAll();
    },
  };
}
