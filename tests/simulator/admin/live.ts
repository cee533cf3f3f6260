import type { Hono } from 'hono';
import type { Channels } from '../world/channels.ts';
import { checked } from './checked.ts';
import { liveSchema } from './schemas.ts';

/** Dependencies of addLiveRoute. */
export interface LiveOptions {
  channels: Pick<Channels, 'find' | 'change'>;
}

/** Adds `POST /live`, which changes a channel without an event. */
export function addLiveRoute(admin: Hono, { channels }: LiveOptions): void {
  admin.post(
    '/live',
    checked(liveSchema, ({ streamer, stream_id: streamId, ...change }, context) => {
      const channel = channels.find(streamer);
      if (!channel) return context.json({ error: `streamer: nobody is called ${streamer}` }, 400);
      channels.change(channel, { ...change, streamId });
      const { owner, title, category, broadcast } = channel;
      return context.json({
        streamer: owner.login,
        live: broadcast !== null,
        stream_id: broadcast?.id ?? null,
        title,
        category: category.name,
      });
    }),
  );
}
