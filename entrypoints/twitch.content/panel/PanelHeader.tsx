import { LastHeard } from '@/components/favorite/LastHeard';
import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { UntrustedText } from '@/components/text/UntrustedText';
import { LiveBadge } from '@/components/ui/LiveBadge';
import { t } from '@/lib/i18n/text';
import type { Feed } from '@/lib/settings/feed';
import styles from './PanelHeader.module.css';

type PanelHeaderProps = Pick<Feed, 'favorite' | 'channel' | 'lastHeard'>;

/** The favorite streamer, with a badge while live. */
export function PanelHeader({ favorite, channel, lastHeard }: PanelHeaderProps) {
  if (favorite === null) return <h2 class={styles.name}>{t('panel.region')}</h2>;
  return (
    <div class={styles.header}>
      <StreamerAvatar name={favorite.name} url={favorite.avatarUrl} size={24} />
      <h2 class={styles.name}>
        <UntrustedText text={favorite.name} />
      </h2>
      {lastHeard !== null && (
        <span class={styles.heard}>
          <LastHeard time={lastHeard} />
        </span>
      )}
      {channel.live !== null && <LiveBadge>{t('channel.live')}</LiveBadge>}
    </div>
  );
}
