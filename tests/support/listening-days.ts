import { expect } from 'vitest';
import { IN_FLIGHT_MS } from '@/lib/app/listening/gap-tracker';
import { channelOf } from '@/lib/db/channels';
import type { GapReason } from '@/lib/domain/history/gap';
import { HOUR, MINUTE, SECOND } from '@/lib/time';
import { keepaliveFrame } from './frames';
import { type RunningBackground, runBackground } from './running-background';
import { until } from './until';

/** A pause as a test made it, in milliseconds since 1970. */
export interface Pause {
  from: number;
  until: number;
  reason: GapReason;
}

/** The ways in which listening to the favorite can stop for a while. */
export const WAYS = ['kill', 'sleep', 'cut', 'favorite', 'sign_out'] as const;

/** Days of listening to `demo_streamer`, with pauses. */
export interface ListeningDays {
  /** The background as it runs now: another one after each kill. */
  readonly now: RunningBackground;
  /** Twitch sends keepalives for that long. */
  listen(ms: number): Promise<void>;
  /** Somebody sets the clock forward, or back by a negative number. */
  setClock(byMs: number): void;
  /** Stops listening one way, and begins again after that long. Gives the pause. */
  pause(way: (typeof WAYS)[number], ms: number): Promise<Pause>;
}

/** Begins to listen. */
export async function listenForDays(): Promise<ListeningDays> {
  let now = await runBackground();
  await now.listenTo('demo_streamer');
  let listeningSince = now.clock.now();
  let heardUntil = listeningSince;
  await noted();

  async function noted(): Promise<void> {
    await until(async () => expect((await channelOf(now.db, '100'))?.heard_at).toBe(heardUntil));
  }

  const ways: Record<(typeof WAYS)[number], (ms: number) => Promise<GapReason>> = {
    kill: async (ms) => {
      now = await now.restart();
      now.clock.sleep(ms);
      await now.background.start();
      return 'not_running';
    },
    sleep: async (ms) => {
      now.clock.sleep(Math.max(ms, HOUR));
      await now.background.tick();
      now.background.hurry();
      return 'not_running';
    },
    cut: async (ms) => {
      now.network.latest.closeWith(1006);
      now.clock.sleep(ms);
      now.background.hurry();
      return 'disconnected';
    },
    favorite: async (ms) => {
      await now.background.chooseFavorite('other_streamer');
      now.clock.sleep(ms);
      await now.background.chooseFavorite('demo_streamer');
      return 'other_favorite';
    },
    sign_out: async (ms) => {
      await now.background.signOut();
      now.clock.sleep(ms);
      await now.background.signIn('viewer');
      return 'signed_out';
    },
  };

  return {
    get now() {
      return now;
    },
    listen: async (ms) => {
      for (let left = ms; left > 0; left -= 10 * SECOND) {
        await now.clock.advance(Math.min(left, 10 * SECOND));
        now.network.latest.deliver(keepaliveFrame(now.clock.now()));
        heardUntil = Math.max(listeningSince, now.clock.now() - IN_FLIGHT_MS);
      }
      await noted();
    },
    setClock: (byMs) => {
      now.clock.set(byMs);
      // By the new time it may not have begun yet.
      listeningSince = Number.NEGATIVE_INFINITY;
    },
    pause: async (way, ms) => {
      const from = heardUntil;
      const reason = await ways[way](Math.max(ms, MINUTE));
      await now.welcome();
      listeningSince = now.clock.now();
      heardUntil = listeningSince;
      await noted();
      return { from, until: listeningSince, reason };
    },
  };
}
