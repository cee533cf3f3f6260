import { type Clock, isoSeconds } from '../core/clock.ts';
import { helixError } from '../core/error-answers.ts';
import type { Faults } from '../core/faults.ts';
import type { Channel, Channels } from '../world/channels.ts';
import { accountById } from '../world/people/accounts.ts';
import type { HelixApp } from './app.ts';
import { type OwnData, ownDataRefusal } from './caller.ts';
import { pageOf, parseFirst } from './pagination.ts';

const MAX_VALUES = 100;
const OWN_FOLLOWS: OwnData = { parameter: 'user_id', scopes: ['user:read:follows'] };

function streamRows(channels: readonly Channel[]) {
  return channels.flatMap(({ owner, title, category, language, tags, broadcast }) => {
    if (!broadcast) return [];
    return {
      id: broadcast.id,
      user_id: owner.id,
      user_login: owner.login,
      user_name: owner.name,
      game_id: category.id,
      game_name: category.name,
      type: 'live',
      title,
      tags,
      viewer_count: broadcast.viewers,
      started_at: isoSeconds(broadcast.startedAt),
      language,
      thumbnail_url: `https://static-cdn.jtvnw.net/previews-ttv/live_user_${owner.login}-{width}x{height}.jpg`,
      tag_ids: [],
      is_mature: false,
    };
  });
}

type StreamRow = ReturnType<typeof streamRows>[number];

const STREAM_FILTERS: readonly { parameter: string; valueOf(row: StreamRow): string }[] = [
  { parameter: 'user_id', valueOf: (row) => row.user_id },
  { parameter: 'user_login', valueOf: (row) => row.user_login },
  { parameter: 'game_id', valueOf: (row) => row.game_id },
  { parameter: 'language', valueOf: (row) => row.language },
];

interface RequestedValues {
  values: readonly string[];
  valueOf(row: StreamRow): string;
}

/** Returns true if the row matches all filters; a filter matches if one of its values does. */
function isRequested(row: StreamRow, filters: readonly RequestedValues[]): boolean {
  return filters.every(
    ({ values, valueOf }) =>
      values.length === 0 || values.some((value) => value.toLowerCase() === valueOf(row)),
  );
}

function byMostViewers(left: Channel, right: Channel): number {
  return (right.broadcast?.viewers ?? 0) - (left.broadcast?.viewers ?? 0);
}

/** Dependencies of addStreamRoutes. */
export interface StreamRoutesOptions {
  clock: Clock;
  channels: Pick<Channels, 'all'>;
  faults: Pick<Faults, 'peek'>;
}

/**
 * Returns the channels that Helix lists as live, the most viewers first. Twitch lists a broadcast
 * seconds to minutes after its `stream.online`: https://github.com/twitchdev/issues/issues/558
 */
function listedChannels({ clock, channels, faults }: StreamRoutesOptions): Channel[] {
  const lateMs = faults.peek('late_streams')?.ms ?? 0;
  return channels
    .all()
    .filter(({ broadcast }) => broadcast && broadcast.startedAt + lateMs <= clock.now())
    .toSorted(byMostViewers);
}

/** Adds Get Streams and Get Followed Streams: only live channels, the most viewers first. */
export function addStreamRoutes(helix: HelixApp, options: StreamRoutesOptions): void {
  helix.get('/streams', (context) => {
    const { req } = context;
    const filters = STREAM_FILTERS.map(({ parameter, valueOf }) => ({
      valueOf,
      values: req.queries(parameter) ?? [],
    }));
    const first = parseFirst(req.query('first'));
    if (first === undefined || filters.some(({ values }) => values.length > MAX_VALUES)) {
      return helixError(context, 400, 'Invalid or too many query parameters');
    }
    const matching = streamRows(listedChannels(options)).filter((row) => isRequested(row, filters));
    return context.json(pageOf(matching, first, req.query('after')));
  });

  helix.get('/streams/followed', (context) => {
    const { userId } = context.var.token;
    const refusal = ownDataRefusal(context, OWN_FOLLOWS);
    if (refusal) return refusal;
    const first = parseFirst(context.req.query('first'), MAX_VALUES);
    if (first === undefined) return helixError(context, 400, 'The parameter "first" is invalid');
    const follows = accountById(userId)?.follows ?? [];
    const followed = listedChannels(options).filter(({ owner }) => follows.includes(owner.id));
    return context.json(pageOf(streamRows(followed), first, context.req.query('after')));
  });
}
