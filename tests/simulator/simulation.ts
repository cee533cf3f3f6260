import type { Clock } from './core/clock.ts';
import { createFaults, type Faults } from './core/faults.ts';
import type { Publication } from './core/publication.ts';
import type { Random } from './core/random.ts';
import { createSentLog, type SentLog } from './core/sent-log.ts';
import { createTimers, type Timers } from './core/timers.ts';
import type { Timings } from './core/timings.ts';
import { createTraffic, type Traffic } from './core/traffic.ts';
import { createDelivery, type Delivery } from './eventsub/delivery.ts';
import { createFrames } from './eventsub/frames.ts';
import { createHub, type Hub } from './eventsub/hub.ts';
import { createJoins, type Joins } from './eventsub/joins.ts';
import { createGateway, type Gateway } from './eventsub/sessions/gateway.ts';
import { createSessions, type Sessions } from './eventsub/sessions/sessions.ts';
import { createSubscriptions, type Subscriptions } from './eventsub/subscriptions.ts';
import { createRateLimit, type RateLimit } from './helix/rate-limit.ts';
import { createScenarioPlayer, type ScenarioPlayer } from './scenario/player.ts';
import { type Channels, createChannels } from './world/channels.ts';
import { type ChatLog, createChatLog } from './world/chat-log.ts';
import { createRecords, type Records } from './world/records/records.ts';
import { createTokens, type Token, type Tokens } from './world/tokens.ts';
import { createVods, type Vods } from './world/vods.ts';

/** Dependencies of createSimulation. */
export interface SimulationOptions {
  clock: Clock;
  random: Random;
  timings: Timings;
  issued: readonly Token[];
}

/** The parts that do not know the users of Twitch. */
interface Core extends Omit<SimulationOptions, 'issued'> {
  timers: Timers;
  faults: Faults;
  traffic: Traffic;
}

/** The users' grants, the channels and their history. */
interface World {
  tokens: Tokens;
  channels: Channels;
  vods: Vods;
  chatLog: ChatLog;
  records: Records;
}

interface EventSub {
  subscriptions: Subscriptions;
  sessions: Sessions;
  joins: Joins;
  hub: Hub;
  delivery: Delivery;
  gateway: Gateway;
}

/**
 * All parts of the simulated Twitch. Only `server.ts` knows the whole; the servers' parts declare
 * which of these they need.
 */
export interface Simulation extends Omit<Core, 'random' | 'timings'>, World, EventSub {
  player: ScenarioPlayer;
  rateLimit: RateLimit;
  sentLog: SentLog;
  /** Aborted when the simulator closes. */
  shutdown: AbortSignal;
  /** Adds a function that breaks the open connections of a port. */
  onDisconnect(disconnect: () => void): void;
  /** Breaks all open connections, sockets and requests alike. */
  disconnectAll(): void;
  /** Sends an event and adds it to Helix and to the page's chat; returns the message ids. */
  publish(publication: Publication): string[];
  close(): void;
}

function createWorld({ clock, random }: Core, issued: readonly Token[]): World {
  const channels = createChannels({ clock, random });
  return {
    tokens: createTokens({ clock, random, issued }),
    channels,
    vods: createVods({ clock, channels }),
    chatLog: createChatLog(),
    records: createRecords(clock.now()),
  };
}

function createEventSub(core: Core, { tokens, channels }: World): EventSub {
  const { clock, random, timers, timings, faults, traffic } = core;
  const frames = createFrames({ clock, random });
  const subscriptions = createSubscriptions({ clock, timings });
  const joins = createJoins({ clock, timings });
  const sessions = createSessions({ random, timers, timings, frames, subscriptions });
  return {
    subscriptions,
    sessions,
    joins,
    hub: createHub({ clock, random, frames, tokens, channels, joins, sessions, subscriptions }),
    delivery: createDelivery({ faults, frames, sessions, subscriptions }),
    gateway: createGateway({ clock, random, timers, timings, faults, traffic, frames, sessions }),
  };
}

export function createSimulation(options: SimulationOptions): Simulation {
  const { clock, random, timings, issued } = options;
  const timers = createTimers();
  const faults = createFaults();
  const traffic = createTraffic(clock);
  const core = { clock, random, timings, timers, faults, traffic };
  const world = createWorld(core, issued);
  const eventSub = createEventSub(core, world);
  const sentLog = createSentLog(clock);
  const shutdown = new AbortController();
  const disconnects: (() => void)[] = [];

  function publish(publication: Publication): string[] {
    world.chatLog.add(publication);
    world.records.store(publication);
    const messageIds = eventSub.delivery.publish(publication);
    sentLog.add(publication, messageIds);
    return messageIds;
  }

  return {
    clock,
    timers,
    faults,
    traffic,
    ...world,
    ...eventSub,
    sentLog,
    player: createScenarioPlayer({ clock, timers, publish, channels: world.channels }),
    rateLimit: createRateLimit(clock),
    publish,
    shutdown: shutdown.signal,
    onDisconnect: (disconnect) => void disconnects.push(disconnect),
    disconnectAll() {
      for (const disconnect of disconnects) disconnect();
    },
    close() {
      shutdown.abort();
      eventSub.gateway.close();
      timers.cancelAll();
    },
  };
}
