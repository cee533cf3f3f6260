import { storage } from 'wxt/utils/storage';
import {
  createPublisher,
  type Feed,
  type Publisher,
  type PublisherOptions,
} from '@/lib/app/feed/publisher';
import type { SeenMark } from '@/lib/app/feed/seen-mark';
import type { Database } from '@/lib/db/database';
import { type Badge, badgeOf } from '@/lib/domain/view/badge';
import { t } from '@/lib/i18n/text';
import { favoriteOf, readableIndex, readableStreamerFeed } from '@/lib/settings/feed';
import { feedIndexItem, streamerFeedItem, unseenItem } from '@/lib/settings/feed-item';
import { readFilters } from '@/lib/settings/settings';
import { shownFeedOf } from '@/lib/settings/shown-feed';

/** The environment of the publisher. */
interface PublisherEnvironment extends Pick<PublisherOptions, 'clock' | 'log'> {
  /** Shows a badge and a title on the toolbar button. */
  showBadge(badge: Badge, title: string): Promise<void>;
}

/** Creates the publisher: it writes the feed into the browser's storage, and shows the badge. */
export async function composePublisher(
  db: Database,
  seenMark: SeenMark,
  { clock, log, showBadge }: PublisherEnvironment,
): Promise<Publisher> {
  const showChangedBadge = onlyChanges(showBadge);
  return createPublisher({
    db,
    // A feed that an older version stored lacks the fields that were added since.
    initial: await storedFeed(),
    readSeen: seenMark.read,
    readFilters,
    show: async (feed) => {
      const badge = badgeOf(feed.connection, feed.unseen);
      try {
        await storeFeed(feed);
      } finally {
        // Last, because the panel waits for the feed.
        await showChangedBadge(badge, titleOf(badge, feed.unseen));
      }
    },
    clock,
    log,
  });
}

async function storedFeed(): Promise<Feed> {
  const index = readableIndex(await feedIndexItem.getValue());
  const favorite = favoriteOf(index);
  const [unseen, stored] = await Promise.all([
    unseenItem.getValue(),
    favorite && streamerFeedItem(favorite.id).getValue(),
  ]);
  const feed = stored && readableStreamerFeed(stored);
  const {
    streamers: _,
    streamer,
    ...rest
  } = shownFeedOf(index, favorite, {
    feed,
    unseen: favorite === null ? 0 : (unseen[favorite.id] ?? 0),
  });
  if (streamer === null) return { ...rest, favorite: null };
  const { id, login, name, avatarUrl } = streamer;
  return { ...rest, favorite: { id, login, name, avatarUrl } };
}

async function storeFeed(feed: Feed): Promise<void> {
  const { favorite, account, connection, publishedAt, lastHeard, unseen, ...lists } = feed;
  const known = { isFavorite: true, isMuted: false, live: lists.channel.live, problem: null };
  const streamers = favorite === null ? [] : [{ ...favorite, ...known }];
  await storage.setItems([
    {
      item: feedIndexItem,
      value: { account, streamers, connection, publishedAt, lastHeard },
    },
    { item: unseenItem, value: favorite !== null && unseen > 0 ? { [favorite.id]: unseen } : {} },
    ...(favorite === null
      ? []
      : [
          {
            item: streamerFeedItem(favorite.id),
            value: { ...lists, streamerId: favorite.id },
          },
        ]),
  ]);
}

/** Leaves out a badge that is shown already: each takes three calls of the browser. */
function onlyChanges(
  showBadge: PublisherEnvironment['showBadge'],
): PublisherEnvironment['showBadge'] {
  let shown = '';
  return async (badge, title) => {
    const next = JSON.stringify([badge, title]);
    if (next === shown) return;
    await showBadge(badge, title);
    shown = next;
  };
}

function titleOf({ title }: Badge, unseen: number): string {
  return title === 'unseen' ? t('badge.unseen', { count: unseen }, unseen) : t(`badge.${title}`);
}
