import { type Clock, isoSeconds } from '../core/clock.ts';
import type { Publication } from '../core/publication.ts';
import type { Cancel, Timers } from '../core/timers.ts';
import { streamOffline, streamOnline } from '../shapes/channel/stream.ts';
import type { Channel, Channels } from '../world/channels.ts';
import { moveTimes } from './move-times.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';
import type { ScenarioStep, ScheduledEvent } from './schedule.ts';

export interface ScenarioProgress {
  name: ScenarioName;
  seed: number;
  speed: number;
  played: number;
  total: number;
}

/** Plays one scenario at a time; a new one replaces the one that runs. */
export interface ScenarioPlayer {
  play(name: ScenarioName, seed: number, speed: number): void;
  stop(): void;
  /** How far the scenario that runs has come; null when none does. */
  progress(): ScenarioProgress | null;
}

export interface ScenarioPlayerOptions {
  clock: Clock;
  channels: Channels;
  timers: Timers;
  publish(publication: Publication): unknown;
}

interface Performance {
  steps: readonly ScheduledEvent[];
  current: ScenarioProgress;
  startedAt: number;
}

export function createScenarioPlayer(options: ScenarioPlayerOptions): ScenarioPlayer {
  const { clock, channels, timers, publish } = options;
  let progress: ScenarioProgress | null = null;
  let cancel: Cancel | undefined;

  function goLive(channel: Channel, viewers: number): void {
    // A broadcast that still runs is over: what begins now has an id of its own.
    channels.change(channel, { live: false });
    channels.change(channel, { live: true, viewers });
    const { owner: broadcaster, broadcast } = channel;
    if (!broadcast) return;
    const started_at = isoSeconds(broadcast.startedAt);
    publish({
      type: 'stream.online',
      event: streamOnline({ broadcaster, id: broadcast.id, started_at }),
    });
  }

  function goOffline(channel: Channel): void {
    const { owner: broadcaster, broadcast } = channel;
    if (!broadcast) return;
    channels.change(channel, { live: false });
    publish({ type: 'stream.offline', event: streamOffline({ broadcaster, id: broadcast.id }) });
  }

  function perform(step: ScenarioStep, { current, startedAt }: Performance): void {
    if (step.kind === 'event') {
      const { publication } = step;
      const event = moveTimes(publication.event, { startedAt, speed: current.speed });
      return void publish({ ...publication, event });
    }
    const channel = channels.byId(step.broadcasterId);
    if (!channel) return;
    if (step.kind === 'channel') channels.change(channel, step.change);
    if (step.kind === 'online') goLive(channel, step.viewers);
    if (step.kind === 'offline') goOffline(channel);
  }

  function playDue(performance: Performance): void {
    const { steps, current, startedAt } = performance;
    const dueAt = ({ atSeconds }: ScheduledEvent) =>
      startedAt + (atSeconds * 1_000) / current.speed;
    let next = steps[current.played];
    // What a timer was late for goes out together, so that a fast evening keeps its pace.
    while (next && dueAt(next) <= clock.now()) {
      current.played += 1;
      perform(next.step, performance);
      next = steps[current.played];
    }
    if (!next) return void (progress = null);
    cancel = timers.after(dueAt(next) - clock.now(), () => playDue(performance));
  }

  function stop(): void {
    cancel?.();
    progress = null;
  }

  return {
    stop,
    progress: () => progress,
    play(name, seed, speed) {
      stop();
      const steps = SCENARIOS[name](seed);
      progress = { name, seed, speed, played: 0, total: steps.length };
      playDue({ steps, current: progress, startedAt: clock.now() });
    },
  };
}
