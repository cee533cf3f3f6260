import type { AdminClient } from '../../tests/simulator/admin-client.ts';
import { isoSeconds } from '../../tests/simulator/core/clock.ts';
import type { Publication } from '../../tests/simulator/core/publication.ts';
import { evening } from '../../tests/simulator/scenario/evening.ts';
import { moveTimes } from '../../tests/simulator/scenario/move-times.ts';
import { ofStreamer } from '../../tests/simulator/scenario/of-streamer.ts';
import type { ScenarioStep, ScheduledStep } from '../../tests/simulator/scenario/schedule.ts';
import { streamOffline, streamOnline } from '../../tests/simulator/shapes/channel/stream.ts';
import type { EventShape } from '../../tests/simulator/shapes/event-shape.ts';
import type { Person } from '../../tests/simulator/world/people/person.ts';

const MINUTE_MS = 60_000;

/** The clock of the simulated Twitch; it can go back to a moment, to let something happen there. */
export interface MovableClock {
  now(): number;
  /** Calls `act` while the clock shows a time in the past, in milliseconds. */
  at<Result>(time: number, act: () => Promise<Result>): Promise<Result>;
}

export function createMovableClock(): MovableClock {
  let shift = 0;
  return {
    now: () => Date.now() - shift,
    at: async (time, act) => {
      shift = Date.now() - time;
      try {
        return await act();
      } finally {
        shift = 0;
      }
    },
  };
}

/** A part of an evening that is told afterwards. */
export interface Told {
  streamer: Person;
  seed: number;
  /** Which minutes of the evening happen; it has 180. */
  minutes: readonly [from: number, to: number];
  /** How many minutes ago the last of them was. */
  endedMinutesAgo: number;
}

/** Where an evening is told. */
export interface Telling {
  admin: AdminClient;
  clock: MovableClock;
}

/** Lets a part of an evening happen as if it had been in the past: each event has its own time. */
export async function tellEvening(telling: Telling, told: Told): Promise<void> {
  const { streamer, seed, minutes, endedMinutesAgo } = told;
  const [from, to] = minutes;
  const startedAt = Date.now() - (to + endedMinutesAgo) * MINUTE_MS;
  for (const { atSeconds, step } of ofStreamer(evening(seed), streamer).filter(isShown)) {
    if (atSeconds < from * 60 || atSeconds > to * 60) continue;
    const time = startedAt + atSeconds * 1000;
    const sent = await telling.clock.at(time, () => perform(telling, streamer, step));
    if (sent === null) continue;
    const event =
      step.kind === 'event' ? moveTimes(sent.event, { startedAt, speed: 1 }) : sent.event;
    const message_timestamp = new Date(time).toISOString();
    await telling.admin.sendEvent({ ...sent, event, message_timestamp });
  }
}

/** Ordinary chat is most of an evening, and nothing of it is ever shown. */
function isShown({ step }: ScheduledStep): boolean {
  if (step.kind !== 'event' || step.publication.type !== 'channel.chat.message') return true;
  return step.publication.event['cheer'] !== null;
}

/** Begins a broadcast at the time of the clock; returns its event. */
async function begin(
  { admin, clock }: Telling,
  broadcaster: Person,
  viewers: number,
): Promise<EventShape> {
  const { id: streamer } = broadcaster;
  await admin.setLive({ streamer, live: false });
  const id = await admin.setLive({ streamer, live: true, viewers });
  const started_at = isoSeconds(clock.now());
  return streamOnline({ broadcaster, started_at, ...(id !== null && { id }) });
}

/** Does one step at the time of the clock; returns the event that Twitch sends, if it is one. */
async function perform(
  telling: Telling,
  streamer: Person,
  step: ScenarioStep,
): Promise<Publication | null> {
  const { admin } = telling;
  if (step.kind === 'event') return step.publication;
  if (step.kind === 'online') {
    return { type: 'stream.online', event: await begin(telling, streamer, step.viewers) };
  }
  if (step.kind === 'offline') {
    await admin.setLive({ streamer: streamer.id, live: false });
    return { type: 'stream.offline', event: streamOffline({ broadcaster: streamer }) };
  }
  const { title, category } = step.change;
  if (title !== undefined) await admin.setLive({ streamer: streamer.id, title, category });
  return null;
}
