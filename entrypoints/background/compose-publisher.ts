import { storage } from 'wxt/utils/storage';
import type { Publication, Published } from '@/lib/app/feed/publication';
import { createPublisher, type Publisher, type PublisherOptions } from '@/lib/app/feed/publisher';
import { type Badge, badgeOf, badgeTitle, countedOnBadge } from '@/lib/domain/view/badge';
import { plainText } from '@/lib/i18n/text';
import { readableIndex, readableStreamerFeed, type StreamerFeed } from '@/lib/settings/feed';
import { feedIndexItem, feedKeyOf, unseenItem } from '@/lib/settings/feed-item';

/** The environment of the publisher. */
interface PublisherEnvironment
  extends Pick<PublisherOptions, 'db' | 'readSeen' | 'readListSettings' | 'clock' | 'log'> {
  /** Shows a badge and a title on the toolbar button. */
  showBadge(badge: Badge, title: string): Promise<void>;
}

/** Creates the publisher: it writes the feed into the browser's storage, and shows the badge. */
export async function composePublisher({
  showBadge,
  ...options
}: PublisherEnvironment): Promise<Publisher> {
  const showChangedBadge = onlyChanges(showBadge);
  const [index, unseen] = await Promise.all([feedIndexItem.getValue(), unseenItem.getValue()]);
  return createPublisher({
    ...options,
    initial: { index: readableIndex(index), unseen },
    readStored,
    store,
    showBadge: (published) => showChangedBadge(...badgeAfter(published)),
  });
}

async function readStored(ids: readonly string[]): Promise<ReadonlyMap<string, StreamerFeed>> {
  const stored = await storage.getItems(ids.map(feedKeyOf));
  const feeds = stored.flatMap(({ value }) => (value === null ? [] : readableStreamerFeed(value)));
  return new Map(feeds.map((feed) => [feed.streamerId, feed]));
}

/** Stores what has changed with one call, so that screens are told once. */
async function store({ index, unseen, feeds, removed }: Publication): Promise<void> {
  const items = [
    ...(index === undefined ? [] : [{ key: feedIndexItem.key, value: index }]),
    ...(unseen === undefined ? [] : [{ key: unseenItem.key, value: unseen }]),
    ...feeds.map((feed) => ({ key: feedKeyOf(feed.streamerId), value: feed })),
  ];
  if (items.length > 0) await storage.setItems(items);
  // Last: a panel that shows one of them shows the favorite by now.
  if (removed.length > 0) await storage.removeItems(removed.map(feedKeyOf));
}

function badgeAfter({ index, unseen }: Published): [badge: Badge, title: string] {
  const counted = countedOnBadge(index.streamers, unseen);
  const badge = badgeOf(
    index.connection,
    counted.reduce((sum, { count }) => sum + count, 0),
  );
  return [badge, plainText(badgeTitle(badge, counted, index.streamers.length))];
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
