import type { BackfillResult } from '@/lib/app/backfill/backfilled-event';
import {
  type ChannelTracker,
  createChannelTracker,
} from '@/lib/app/listening/channel/channel-tracker';
import type { OtherChannel } from '@/lib/app/listening/others/look';
import { createLookUps } from '@/lib/app/listening/others/look-ups';
import { createTurns } from '@/lib/app/listening/others/turns';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import type { StreamEvent } from '@/lib/domain/event/event';
import { NO_REPORTS } from '@/lib/domain/history/broadcast-reports';
import type { LookedUpPart } from '@/lib/twitch/eventsub/subscriptions/plan-state';
import { createFakeClock, START } from '../fakes/fake-clock';
import { createFakeLog } from '../fakes/fake-log';
import { createFakeTwitchApi } from '../fakes/fake-twitch-api';

const BOTH_PARTS: ReadonlySet<LookedUpPart> = new Set(['live', 'text']);

/** A title that every channel has at first. */
export const TITLE = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };

/** A listed streamer with a real tracker of the channel. */
export interface TrackedChannel extends OtherChannel {
  channel: ChannelTracker;
}

/**
 * Prepares the looks at so many channels, which are offline. Looks begin with the first call of
 * `lookUps.look`. The ids of the streamers are those from 1000.
 */
export function prepareLookUps(count: number) {
  const api = createFakeTwitchApi();
  const clock = createFakeClock();
  const log = createFakeLog();
  const events: StreamEvent[] = [];
  const results: [streamerId: string, BackfillResult][] = [];
  /** The ids of each request. */
  const calls = { streams: [] as string[][], channelInfos: [] as string[][], unauthorized: 0 };
  let list: TrackedChannel[] = [];

  function add(id: string, parts = BOTH_PARTS): TrackedChannel {
    const channel = createChannelTracker({
      hasReports: () => false,
      takeTurn: createTurns(clock),
      streamerId: id,
      known: NOTHING_KNOWN,
      reports: NO_REPORTS,
      api,
      clock,
      log,
      changed: () => {},
    });
    const streamer = { id, login: `login_${id}`, name: `Login_${id}`, avatarUrl: '' };
    const other = { streamer, channel, parts };
    list.push(other);
    api.channels.set(id, { live: null, text: TITLE });
    return other;
  }

  for (let index = 0; index < count; index += 1) add(`${1000 + index}`);
  const lookUps = createLookUps({
    api: {
      streams: async (ids) => {
        calls.streams.push([...ids]);
        return await api.streams(ids);
      },
      channelInfos: async (ids) => {
        calls.channelInfos.push([...ids]);
        return await api.channelInfos(ids);
      },
    },
    clock,
    log,
    streamers: () => list,
    found: (streamerId, result) => {
      results.push([streamerId, result]);
      events.push(...result.events);
      list.find(({ streamer }) => streamer.id === streamerId)?.channel.applyBackfill(result);
    },
    unauthorized: () => {
      calls.unauthorized += 1;
    },
  });

  return {
    api,
    clock,
    log,
    lookUps,
    calls,
    results,
    events,
    add,
    /** Returns the channel with an id. */
    channel: (id: string) => list.find(({ streamer }) => streamer.id === id)?.channel,
    remove: (id: string) => {
      list = list.filter(({ streamer }) => streamer.id !== id);
    },
    /** Returns each event as text, with its time in minutes since the start. */
    told: () =>
      events.map(
        ({ event_type, streamer_id, created_at }) =>
          `${event_type} ${streamer_id} ${Math.round((created_at - START) / 6000) / 10}`,
      ),
  };
}
