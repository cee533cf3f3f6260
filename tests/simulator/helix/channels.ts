import { isoSeconds } from '../core/clock.ts';
import { helixError } from '../core/error-answers.ts';
import type { Channel, Channels } from '../world/channels.ts';
import { accountById, avatarUrl } from '../world/people/accounts.ts';
import type { HelixApp } from './app.ts';
import { type OwnData, ownDataRefusal } from './caller.ts';
import { pageOf, parseFirst } from './pagination.ts';

const MAX_CHANNELS = 100;
const OWN_CHANNELS: OwnData = { parameter: 'user_id', scopes: ['user:read:moderated_channels'] };

function channelRow({ owner, title, category, language, tags, labels }: Channel) {
  return {
    broadcaster_id: owner.id,
    broadcaster_login: owner.login,
    broadcaster_name: owner.name,
    broadcaster_language: language,
    game_id: category.id,
    game_name: category.name,
    title,
    delay: 0,
    tags,
    content_classification_labels: labels,
    is_branded_content: false,
  };
}

function searchRow({ owner, title, category, language, tags, broadcast }: Channel) {
  return {
    broadcaster_language: language,
    broadcaster_login: owner.login,
    display_name: owner.name,
    game_id: category.id,
    game_name: category.name,
    id: owner.id,
    is_live: broadcast !== null,
    tag_ids: [],
    tags,
    thumbnail_url: avatarUrl(owner.login),
    title,
    started_at: broadcast ? isoSeconds(broadcast.startedAt) : '',
  };
}

function matchesQuery({ owner }: Channel, query: string): boolean {
  const wanted = query.toLowerCase();
  return owner.login.includes(wanted) || owner.name.toLowerCase().includes(wanted);
}

/** Dependencies of addChannelRoutes. */
export interface ChannelRoutesOptions {
  channels: Pick<Channels, 'all' | 'byId'>;
}

/** Adds Get Channel Information, Search Channels and Get Moderated Channels. */
export function addChannelRoutes(helix: HelixApp, { channels }: ChannelRoutesOptions): void {
  helix.get('/channels', (context) => {
    const ids = context.req.queries('broadcaster_id') ?? [];
    if (ids.length === 0) {
      return helixError(context, 400, 'Missing required parameter "broadcaster_id"');
    }
    if (ids.length > MAX_CHANNELS) {
      return helixError(context, 400, 'The parameter "broadcaster_id" has too many values');
    }
    const found = channels.all().filter(({ owner }) => ids.includes(owner.id));
    return context.json({ data: found.map(channelRow) });
  });

  helix.get('/search/channels', (context) => {
    const { query, live_only, after, first: requested } = context.req.query();
    const first = parseFirst(requested);
    if (!query || first === undefined) {
      return helixError(context, 400, 'Missing required parameter "query"');
    }
    const found = channels
      .all()
      .filter((channel) => matchesQuery(channel, query))
      .filter(({ broadcast }) => live_only !== 'true' || broadcast !== null);
    return context.json(pageOf(found.map(searchRow), first, after));
  });

  helix.get('/moderation/channels', (context) => {
    const refusal = ownDataRefusal(context, OWN_CHANNELS);
    if (refusal) return refusal;
    const first = parseFirst(context.req.query('first'));
    if (first === undefined) return helixError(context, 400, 'The parameter "first" is invalid');
    const moderated = accountById(context.var.token.userId)?.moderates ?? [];
    const rows = moderated
      .flatMap((id) => channels.byId(id)?.owner ?? [])
      .map((owner) => ({
        broadcaster_id: owner.id,
        broadcaster_login: owner.login,
        broadcaster_name: owner.name,
      }));
    return context.json(pageOf(rows, first, context.req.query('after')));
  });
}
