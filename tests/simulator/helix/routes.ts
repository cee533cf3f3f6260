import { Hono } from 'hono';
import { helixError } from '../core/error-answers.ts';
import type { HelixApp, HelixEnvironment } from './app.ts';
import { type CallerOptions, identifyCaller } from './caller.ts';
import { addChannelRoutes, type ChannelRoutesOptions } from './channels.ts';
import { addEventSubRoutes, type EventSubRoutesOptions } from './eventsub.ts';
import { addFollowRoutes, type FollowRoutesOptions } from './follows.ts';
import { addOwnChannelRoutes, type OwnChannelRoutesOptions } from './own-channel.ts';
import { addStreamRoutes, type StreamRoutesOptions } from './streams.ts';
import { addUserRoutes, type UserRoutesOptions } from './users.ts';
import { addVideoRoutes, type VideoRoutesOptions } from './videos.ts';

/** Dependencies of helixRoutes. */
export type HelixOptions = CallerOptions &
  ChannelRoutesOptions &
  EventSubRoutesOptions &
  FollowRoutesOptions &
  OwnChannelRoutesOptions &
  StreamRoutesOptions &
  UserRoutesOptions &
  VideoRoutesOptions;

/** Creates the endpoints of api.twitch.tv/helix that this project uses. */
export function helixRoutes(options: HelixOptions): HelixApp {
  const helix = new Hono<HelixEnvironment>();
  helix.use(identifyCaller(options));
  addUserRoutes(helix, options);
  addStreamRoutes(helix, options);
  addChannelRoutes(helix, options);
  addFollowRoutes(helix, options);
  addVideoRoutes(helix, options);
  addOwnChannelRoutes(helix, options);
  addEventSubRoutes(helix, options);
  helix.all('*', (context) => helixError(context, 404, ''));
  return helix;
}
