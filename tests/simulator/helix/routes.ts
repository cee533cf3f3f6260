import { Hono } from 'hono';
import { helixError } from '../http/answers.ts';
import type { Simulation } from '../simulation.ts';
import { type HelixEnvironment, identifyCaller } from './caller.ts';
import { addChannelRoutes } from './channels.ts';
import { addEventSubRoutes } from './eventsub.ts';
import { addFollowRoutes } from './follows.ts';
import { addOwnChannelRoutes } from './own-channel.ts';
import { addStreamRoutes } from './streams.ts';
import { addUserRoutes } from './users.ts';
import { addVideoRoutes } from './videos.ts';

/** The endpoints of api.twitch.tv/helix that this project uses. */
export function helixRoutes(simulation: Simulation): Hono<HelixEnvironment> {
  const helix = new Hono<HelixEnvironment>();
  helix.use(identifyCaller(simulation));
  addUserRoutes(helix);
  addStreamRoutes(helix, simulation);
  addChannelRoutes(helix, simulation);
  addFollowRoutes(helix, simulation);
  addVideoRoutes(helix, simulation);
  addOwnChannelRoutes(helix, simulation);
  addEventSubRoutes(helix, simulation);
  helix.all('*', (context) => helixError(context, 404, ''));
  return helix;
}
