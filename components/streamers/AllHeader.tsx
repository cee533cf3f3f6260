import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { UntrustedText } from '@/components/text/UntrustedText';
import { channelUrl } from '@/lib/domain/channel/channel-url';
import { sanitize } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';
import type { IndexedStreamer } from '@/lib/settings/feed';
import styles from './AllHeader.module.css';

/** More links would push the list out of the popup. */
const MAX_LINKS = 8;
/** With more, only the pictures fit into one line. */
const MAX_NAMES = 2;

interface AllHeaderProps {
  streamers: readonly IndexedStreamer[];
  /** If false, no one knows who is live. */
  isSignedIn: boolean;
}

/** How many of all streamers are live, with links to their streams. */
export function AllHeader({ streamers, isSignedIn }: AllHeaderProps) {
  const live = streamers.filter((streamer) => isSignedIn && streamer.live !== null);
  return (
    <header class={styles.header} data-compact={live.length > MAX_NAMES}>
      <h1 class={styles.title}>
        {isSignedIn
          ? t('streamers.live_count', { live: live.length, count: streamers.length })
          : t('streamers.all')}
      </h1>
      {live.length > 0 && (
        <ul class={styles.list} role="list" aria-label={t('streamers.live_list')}>
          {live.slice(0, MAX_LINKS).map(({ id, name, login, avatarUrl }) => (
            <li key={id} class={styles.item}>
              <a
                class={styles.link}
                href={channelUrl(login)}
                title={sanitize(name)}
                target="_blank"
                rel="noopener noreferrer"
              >
                <StreamerAvatar name={name} url={avatarUrl} size={20} />
                <UntrustedText class={styles.name} text={name} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}
