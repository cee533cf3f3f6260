import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { watchStreamLink } from '@/components/favorite/watch-stream-link';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { useStreamerFeed } from '@/components/hooks/use-feed';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { UntrustedText } from '@/components/text/UntrustedText';
import { LinkButton } from '@/components/ui/form/Button';
import { LiveBadge } from '@/components/ui/LiveBadge';
import { NOTHING_KNOWN } from '@/lib/domain/channel/channel';
import { t } from '@/lib/i18n/text';
import type { FeedIndex, IndexedStreamer } from '@/lib/settings/feed';
import { isPanelAwaitedItem } from '@/lib/settings/panel-awaited';
import { PinHint } from './PinHint';
import { StandChoice } from './StandChoice';
import type { ReadPinned } from './use-pinned';
import styles from './WatchStep.module.css';

interface WatchStepProps {
  index: FeedIndex;
  browserName: 'chrome' | 'firefox';
  readPinned: ReadPinned;
}

/** The last step: the button in the toolbar, the place of the panel, and the stream. */
export function WatchStep({ index, browserName, readPinned }: WatchStepProps) {
  const isPanelAwaited = useStorageItem(isPanelAwaitedItem);
  const watched = watchedOf(index.streamers);
  return (
    <>
      <p class="lead">{t('welcome.watch.why')}</p>
      <ConnectionStatus connection={index.connection} optionsUrl="/options.html" />
      <PinHint browserName={browserName} readPinned={readPinned} />
      <StandChoice />
      {watched !== undefined && <Watch streamer={watched} />}
      {isPanelAwaited === true && <p class="dim">{t('panel.reload_pages')}</p>}
    </>
  );
}

/** The favorite, or somebody else while only somebody else is live. */
function watchedOf(streamers: readonly IndexedStreamer[]): IndexedStreamer | undefined {
  const [favorite] = streamers;
  if (favorite?.live) return favorite;
  return streamers.find(({ live }) => live !== null) ?? favorite;
}

function Watch({ streamer }: { streamer: IndexedStreamer }) {
  const feed = useStreamerFeed(streamer.id);
  return (
    <div class={styles.watch}>
      <StreamerAvatar name={streamer.name} url={streamer.avatarUrl} size={48} />
      <p class={styles.who}>
        <UntrustedText class={styles.name} text={streamer.name} />
        {streamer.live === null ? (
          <span class="dim">{t('channel.offline')}</span>
        ) : (
          <LiveBadge>{t('channel.live')}</LiveBadge>
        )}
      </p>
      <LinkButton look="primary" {...watchStreamLink(streamer, feed?.channel ?? NOTHING_KNOWN)}>
        {t('action.watch')}
      </LinkButton>
    </div>
  );
}
