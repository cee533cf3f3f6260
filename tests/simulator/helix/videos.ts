import { type Clock, isoSeconds } from '../core/clock.ts';
import { helixError } from '../core/error-answers.ts';
import type { Channel, Channels } from '../world/channels.ts';
import { accountById } from '../world/people/accounts.ts';
import type { HelixApp } from './app.ts';
import { pageOf, parseFirst } from './pagination.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const PAST_BROADCASTS = 3;

/** Twitch's recording of a broadcast. */
interface Vod {
  id: string;
  streamId: string;
  title: string;
  startedAt: number;
  durationMs: number;
}

/** Returns a duration in Twitch's form, for example 3h8m33s or 33s. */
function durationText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
  ] as const;
  const first = parts.findIndex(([value]) => value > 0);
  const larger = first < 0 ? [] : parts.slice(first).map(([value, unit]) => `${value}${unit}`);
  return `${larger.join('')}${seconds % 60}s`;
}

function videoRow({ owner, language }: Channel, vod: Vod) {
  return {
    id: vod.id,
    stream_id: vod.streamId,
    user_id: owner.id,
    user_login: owner.login,
    user_name: owner.name,
    title: vod.title,
    description: '',
    created_at: isoSeconds(vod.startedAt),
    published_at: isoSeconds(vod.startedAt),
    url: `https://www.twitch.tv/videos/${vod.id}`,
    thumbnail_url: `https://static-cdn.jtvnw.net/cf_vods/${vod.id}/thumb-%{width}x%{height}.jpg`,
    viewable: 'public',
    view_count: 240,
    language,
    type: 'archive',
    duration: durationText(vod.durationMs),
    muted_segments: null,
  };
}

/** Returns VODs of broadcasts before the simulator started. */
function earlierVods({ owner }: Channel, startedAt: number): Vod[] {
  return Array.from({ length: PAST_BROADCASTS }, (_, index) => ({
    id: `2${owner.id.padStart(5, '0')}${index}`,
    streamId: `3${owner.id.padStart(5, '0')}${index}`,
    title: `An evening with ${owner.name}, part ${PAST_BROADCASTS - index}`,
    startedAt: startedAt - (index + 1) * DAY_MS,
    durationMs: 11_313_000,
  }));
}

interface Times {
  startedAt: number;
  now: number;
}

/** Returns the VODs of a channel, the latest first; only partners have VODs here. */
function vodsOf(channel: Channel, { startedAt, now }: Times): Vod[] {
  if (accountById(channel.owner.id)?.broadcasterType !== 'partner') return [];
  const { broadcast, title, past } = channel;
  const broadcasts = [...(broadcast ? [{ ...broadcast, title, endedAt: now }] : []), ...past];
  const recent = broadcasts.map(({ id, title, startedAt, endedAt }) => ({
    id: `9${id.slice(-7)}`,
    streamId: id,
    title,
    startedAt,
    durationMs: endedAt - startedAt,
  }));
  return [...recent, ...earlierVods(channel, startedAt)];
}

/** Dependencies of addVideoRoutes. */
export interface VideoRoutesOptions {
  clock: Clock;
  channels: Pick<Channels, 'all'>;
}

/** Adds Get Videos, by ids or by user; all videos are of the type `archive`. */
export function addVideoRoutes(helix: HelixApp, { channels, clock }: VideoRoutesOptions): void {
  const startedAt = clock.now();

  helix.get('/videos', (context) => {
    const ids = context.req.queries('id') ?? [];
    const { user_id, game_id, type = 'all', after, first: requested } = context.req.query();
    const selectors = [ids.length > 0, user_id !== undefined, game_id !== undefined];
    const first = parseFirst(requested);
    if (selectors.filter(Boolean).length !== 1 || first === undefined) {
      return helixError(context, 400, 'Exactly one of "id", "user_id" and "game_id" is required');
    }
    const videos = channels
      .all()
      .filter(({ owner }) => user_id === undefined || owner.id === user_id)
      .flatMap((channel) =>
        vodsOf(channel, { startedAt, now: clock.now() }).map((vod) => videoRow(channel, vod)),
      )
      .filter(({ id }) => ids.length === 0 || ids.includes(id));
    if (ids.length > 0 && videos.length === 0) return helixError(context, 404, 'videos not found');
    const isOfType = type === 'all' || type === 'archive';
    return context.json(pageOf(isOfType && game_id === undefined ? videos : [], first, after));
  });
}
