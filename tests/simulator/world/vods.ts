import type { Clock } from '../core/clock.ts';
import type { Channel, Channels } from './channels.ts';
import { accountById } from './people/accounts.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const PAST_BROADCASTS = 3;

/** Twitch's recording of a broadcast. */
export interface Vod {
  id: string;
  channel: Channel;
  streamId: string;
  title: string;
  startedAt: number;
  durationMs: number;
}

/** The VODs of all channels; only partners have VODs here. */
export interface Vods {
  /** Returns the VODs of each channel, the latest first. */
  all(): Vod[];
  find(id: string): Vod | undefined;
}

/** Dependencies of createVods. */
export interface VodsOptions {
  clock: Clock;
  channels: Pick<Channels, 'all'>;
}

/** Returns VODs of broadcasts before the simulator started. */
function earlierVods(channel: Channel, startedAt: number): Vod[] {
  const { id, name } = channel.owner;
  return Array.from({ length: PAST_BROADCASTS }, (_, index) => ({
    id: `2${id.padStart(5, '0')}${index}`,
    channel,
    streamId: `3${id.padStart(5, '0')}${index}`,
    title: `An evening with ${name}, part ${PAST_BROADCASTS - index}`,
    startedAt: startedAt - (index + 1) * DAY_MS,
    durationMs: 11_313_000,
  }));
}

/** Returns the VODs of broadcasts since the simulator started. The latest may still grow. */
function recentVods(channel: Channel, now: number): Vod[] {
  const { broadcast, title, past } = channel;
  const broadcasts = [...(broadcast ? [{ ...broadcast, title, endedAt: now }] : []), ...past];
  return broadcasts.map(({ id, title, startedAt, endedAt }) => ({
    id: `9${id.slice(-7)}`,
    channel,
    streamId: id,
    title,
    startedAt,
    durationMs: endedAt - startedAt,
  }));
}

/** Creates the VODs. The simulator starts now. */
export function createVods({ clock, channels }: VodsOptions): Vods {
  const startedAt = clock.now();

  function all(): Vod[] {
    return channels
      .all()
      .filter(({ owner }) => accountById(owner.id)?.broadcasterType === 'partner')
      .flatMap((channel) => [
        ...recentVods(channel, clock.now()),
        ...earlierVods(channel, startedAt),
      ]);
  }

  return { all, find: (searched) => all().find(({ id }) => id === searched) };
}
