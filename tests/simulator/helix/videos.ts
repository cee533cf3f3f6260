import type { Hono } from 'hono';
import { isoSeconds } from '../core/clock.ts';
import { helixError } from '../http/answers.ts';
import type { Simulation } from '../simulation.ts';
import type { Channel } from '../world/channels.ts';
import { accountById } from '../world/people/accounts.ts';
import type { HelixEnvironment } from './caller.ts';
import { pageOf, parseFirst } from './pagination.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const PAST_BROADCASTS = 3;

interface Recording {
  id: string;
  streamId: string;
  title: string;
  startedAt: number;
  durationMs: number;
}

/** Like 3h8m33s, without the larger units that are not needed. */
function durationInWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000);
  const parts = [
    [Math.floor(seconds / 3_600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
  ] as const;
  const first = parts.findIndex(([value]) => value > 0);
  const larger = first < 0 ? [] : parts.slice(first).map(([value, unit]) => `${value}${unit}`);
  return `${larger.join('')}${seconds % 60}s`;
}

function videoRow({ owner, language }: Channel, recording: Recording) {
  return {
    id: recording.id,
    stream_id: recording.streamId,
    user_id: owner.id,
    user_login: owner.login,
    user_name: owner.name,
    title: recording.title,
    description: '',
    created_at: isoSeconds(recording.startedAt),
    published_at: isoSeconds(recording.startedAt),
    url: `https://www.twitch.tv/videos/${recording.id}`,
    thumbnail_url: `https://static-cdn.jtvnw.net/cf_vods/${recording.id}/thumb-%{width}x%{height}.jpg`,
    viewable: 'public',
    view_count: 240,
    language,
    type: 'archive',
    duration: durationInWords(recording.durationMs),
    muted_segments: null,
  };
}

/** The evenings before the simulator started; only partners keep their recordings here. */
function earlierRecordings({ owner }: Channel, startedAt: number): Recording[] {
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

function recordingsOf(channel: Channel, { startedAt, now }: Times): Recording[] {
  if (accountById(channel.owner.id)?.broadcasterType !== 'partner') return [];
  const { broadcast, title, past } = channel;
  const broadcasts = [...(broadcast ? [{ ...broadcast, title, endedAt: now }] : []), ...past];
  const recent = broadcasts.map((one) => ({
    id: `9${one.id.slice(-7)}`,
    streamId: one.id,
    title: one.title,
    startedAt: one.startedAt,
    durationMs: one.endedAt - one.startedAt,
  }));
  return [...recent, ...earlierRecordings(channel, startedAt)];
}

/** Get Videos, by ids or by user; only archives exist here. */
export function addVideoRoutes(
  helix: Hono<HelixEnvironment>,
  { channels, clock }: Simulation,
): void {
  const startedAt = clock.now();

  helix.get('/videos', (context) => {
    const ids = context.req.queries('id') ?? [];
    const { user_id, game_id, type = 'all', after, first: asked } = context.req.query();
    const selectors = [ids.length > 0, user_id !== undefined, game_id !== undefined];
    const first = parseFirst(asked);
    if (selectors.filter(Boolean).length !== 1 || first === undefined) {
      return helixError(context, 400, 'Exactly one of "id", "user_id" and "game_id" is required');
    }
    const videos = channels
      .all()
      .filter(({ owner }) => user_id === undefined || owner.id === user_id)
      .flatMap((channel) =>
        recordingsOf(channel, { startedAt, now: clock.now() }).map((recording) =>
          videoRow(channel, recording),
        ),
      )
      .filter(({ id }) => ids.length === 0 || ids.includes(id));
    if (ids.length > 0 && videos.length === 0) return helixError(context, 404, 'videos not found');
    const isOfType = type === 'all' || type === 'archive';
    return context.json(pageOf(isOfType && game_id === undefined ? videos : [], first, after));
  });
}
