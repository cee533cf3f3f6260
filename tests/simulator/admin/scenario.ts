import type { Hono } from 'hono';
import type { ScenarioPlayer } from '../scenario/player.ts';
import type { Channels } from '../world/channels.ts';
import { checked } from './checked.ts';
import { scenarioSchema } from './schemas.ts';

/** Dependencies of addScenarioRoute. */
export interface ScenarioOptions {
  channels: Pick<Channels, 'find'>;
  player: ScenarioPlayer;
}

/** Adds `POST /scenario`, which plays a scenario or ends the running one. */
export function addScenarioRoute(admin: Hono, { channels, player }: ScenarioOptions): void {
  admin.post(
    '/scenario',
    checked(scenarioSchema, ({ name, streamers: wanted, ...more }, context) => {
      const unknown = wanted?.find((idOrLogin) => !channels.find(idOrLogin));
      if (unknown !== undefined) {
        return context.json({ error: `streamers: nobody is called ${unknown}` }, 400);
      }
      // They play with their present names.
      const streamers = wanted?.flatMap((idOrLogin) => channels.find(idOrLogin)?.owner ?? []);
      if (name === 'stop') player.stop();
      else player.play({ name, ...more, streamers });
      return context.json({ scenario: player.progress() });
    }),
  );
}
