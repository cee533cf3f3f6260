import type { Clock } from '../core/clock.ts';
import type { Publication } from '../core/publication.ts';
import type { Cancel, Timers } from '../core/timers.ts';
import type { Channels } from '../world/channels.ts';
import { performStep } from './perform-step.ts';
import { type Cast, SCENARIOS, type ScenarioName } from './scenarios.ts';
import type { ScheduledStep } from './schedule.ts';

export interface ScenarioProgress {
  name: ScenarioName;
  seed: number;
  speed: number;
  played: number;
  total: number;
}

/** A scenario to play, and how much faster than in reality. */
export interface Play extends Cast {
  name: ScenarioName;
  speed: number;
}

/** Plays one scenario at a time; a new one replaces the running one. */
export interface ScenarioPlayer {
  play(play: Play): void;
  stop(): void;
  /** Returns the progress of the running scenario; null if none is running. */
  progress(): ScenarioProgress | null;
}

/** Dependencies of createScenarioPlayer. */
export interface ScenarioPlayerOptions {
  clock: Clock;
  channels: Pick<Channels, 'byId' | 'change'>;
  timers: Pick<Timers, 'after'>;
  publish(publication: Publication): unknown;
}

interface Performance {
  steps: readonly ScheduledStep[];
  current: ScenarioProgress;
  startedAt: number;
}

export function createScenarioPlayer(options: ScenarioPlayerOptions): ScenarioPlayer {
  const { clock, channels, timers, publish } = options;
  let progress: ScenarioProgress | null = null;
  let cancel: Cancel | undefined;

  function playDue(performance: Performance): void {
    const { steps, current, startedAt } = performance;
    const { speed } = current;
    const dueAt = ({ atSeconds }: ScheduledStep) => startedAt + (atSeconds * 1_000) / speed;
    let next = steps[current.played];
    // Timers can be late, so all due steps are performed at once: a fast scenario keeps its pace.
    while (next && dueAt(next) <= clock.now()) {
      current.played += 1;
      performStep(next.step, { channels, publish, tempo: { startedAt, speed } });
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
    play({ name, speed, ...cast }) {
      stop();
      const { seed } = cast;
      const steps = SCENARIOS[name](cast);
      progress = { name, seed, speed, played: 0, total: steps.length };
      playDue({ steps, current: progress, startedAt: clock.now() });
    },
  };
}
