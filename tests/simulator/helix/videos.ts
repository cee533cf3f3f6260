import { isoSeconds } from '../core/clock.ts';
import { helixError } from '../core/error-answers.ts';
import type { Vod, Vods } from '../world/vods.ts';
import type { HelixApp } from './app.ts';
import { pageOf, parseFirst } from './pagination.ts';

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

function videoRow(vod: Vod) {
  const { owner, language } = vod.channel;
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

/** Dependencies of addVideoRoutes. */
export interface VideoRoutesOptions {
  vods: Vods;
}

/** Adds Get Videos, by ids or by user; all videos are of the type `archive`. */
export function addVideoRoutes(helix: HelixApp, { vods }: VideoRoutesOptions): void {
  helix.get('/videos', (context) => {
    const ids = context.req.queries('id') ?? [];
    const { user_id, game_id, type = 'all', after, first: requested } = context.req.query();
    const selectors = [ids.length > 0, user_id !== undefined, game_id !== undefined];
    const first = parseFirst(requested);
    if (selectors.filter(Boolean).length !== 1 || first === undefined) {
      return helixError(context, 400, 'Exactly one of "id", "user_id" and "game_id" is required');
    }
    const videos = vods
      .all()
      .filter(({ channel }) => user_id === undefined || channel.owner.id === user_id)
      .filter(({ id }) => ids.length === 0 || ids.includes(id))
      .map(videoRow);
    if (ids.length > 0 && videos.length === 0) return helixError(context, 404, 'videos not found');
    const isOfType = type === 'all' || type === 'archive';
    return context.json(pageOf(isOfType && game_id === undefined ? videos : [], first, after));
  });
}
