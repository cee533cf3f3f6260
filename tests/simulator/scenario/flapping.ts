import { STREAMER } from '../world/people/accounts.ts';
import type { ScenarioStep, ScheduledStep } from './schedule.ts';

type BroadcastStep = { [K in 'online' | 'offline']: Extract<ScenarioStep, { kind: K }> };

const STREAMER_ID = { broadcasterId: STREAMER.id };

function online(more: Partial<BroadcastStep['online']> = {}): ScenarioStep {
  return { kind: 'online', ...STREAMER_ID, viewers: 64, ...more };
}

function offline(more: Partial<BroadcastStep['offline']> = {}): ScenarioStep {
  return { kind: 'offline', ...STREAMER_ID, ...more };
}

/**
 * Returns the steps of a broadcast that Twitch ends and continues several times, because the
 * encoder loses its connection, and of the next broadcast, during which the end of the first one is
 * reported late. See https://github.com/twitchdev/issues/issues/230
 */
export function flapping(): ScheduledStep[] {
  return [
    { atSeconds: 0, step: online() },
    { atSeconds: 8, step: offline() },
    { atSeconds: 12, step: online({ isAgain: true }) },
    { atSeconds: 62, step: offline() },
    { atSeconds: 64, step: online({ isAgain: true }) },
    { atSeconds: 120, step: online() },
    { atSeconds: 122, step: offline({ isLate: true }) },
    { atSeconds: 180, step: offline() },
  ];
}
