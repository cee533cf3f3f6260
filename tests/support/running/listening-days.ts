import { expect } from 'vitest';
import { storage } from 'wxt/utils/storage';
import { IN_FLIGHT_MS } from '@/lib/app/listening/gaps/presence';
import { heardUntil } from '@/lib/db/attendance';
import type { GapReason } from '@/lib/domain/history/gap';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { keepaliveFrame } from '../builders/frames';
import { until } from '../until';
import { type RunningBackground, runBackground } from './running-background';

/** A gap that a test has caused. Times are in milliseconds since 1970. */
export interface CausedGap {
  from: number;
  until: number;
  reason: GapReason;
}

/** The ways in which listening to the favorite can be interrupted. */
export const INTERRUPTION_KINDS = ['kill', 'sleep', 'cut', 'list', 'sign_out'] as const;

/** Days of listening to `demo_streamer`, with interruptions. */
export interface ListeningDays {
  /** The current background. Each kill replaces it. */
  readonly running: RunningBackground;
  /** Lets time pass while Twitch sends keepalives. */
  listen(ms: number): Promise<void>;
  /** Sets the clock forward, or back if the number is negative. No time passes. */
  setClock(byMs: number): void;
  /** Interrupts listening for this long, at least a minute. Returns the gap that this causes. */
  interrupt(way: (typeof INTERRUPTION_KINDS)[number], ms: number): Promise<CausedGap>;
}

/** Starts a background that listens to `demo_streamer`. */
export async function listenForDays(): Promise<ListeningDays> {
  let running = await runBackground();
  await running.listenTo('demo_streamer');
  let listeningSince = running.clock.now();
  let completeUntil = listeningSince;
  await waitUntilStored();

  async function waitUntilStored(): Promise<void> {
    await until(async () => expect(await heardUntil(running.db, '100')).toBe(completeUntil));
  }

  const interruptions: Record<
    (typeof INTERRUPTION_KINDS)[number],
    (ms: number) => Promise<GapReason>
  > = {
    kill: async (ms) => {
      running = await running.restart();
      running.clock.sleep(ms);
      await running.background.start();
      return 'not_running';
    },
    sleep: async (ms) => {
      running.clock.sleep(Math.max(ms, HOUR));
      await running.background.tick();
      running.background.hurry();
      return 'not_running';
    },
    cut: async (ms) => {
      running.network.latest.closeWith(1006);
      running.clock.sleep(ms);
      running.background.hurry();
      return 'disconnected';
    },
    list: async (ms) => {
      // As on another computer: the background counts how often it writes itself.
      const key = 'sync:favorite:200';
      const favorite = await storage.getItem(key);
      await storage.removeItem(key);
      await running.background.reconcile();
      running.clock.sleep(ms);
      await storage.setItem(key, favorite);
      await running.background.reconcile();
      return 'not_listed';
    },
    sign_out: async (ms) => {
      await running.background.signOut();
      running.clock.sleep(ms);
      await running.background.signIn('viewer');
      return 'signed_out';
    },
  };

  return {
    get running() {
      return running;
    },
    listen: async (ms) => {
      for (let left = ms; left > 0; left -= 10 * SECOND) {
        await running.clock.advance(Math.min(left, 10 * SECOND));
        running.network.latest.deliver(keepaliveFrame(running.clock.now()));
        completeUntil = Math.max(listeningSince, running.clock.now() - IN_FLIGHT_MS);
      }
      await waitUntilStored();
    },
    setClock: (byMs) => {
      running.clock.set(byMs);
      // By the new clock, listening may start in the future.
      listeningSince = Number.NEGATIVE_INFINITY;
    },
    interrupt: async (way, ms) => {
      const from = completeUntil;
      const reason = await interruptions[way](Math.max(ms, MINUTE));
      await running.welcome();
      listeningSince = running.clock.now();
      completeUntil = listeningSince;
      await waitUntilStored();
      return { from, until: listeningSince, reason };
    },
  };
}
