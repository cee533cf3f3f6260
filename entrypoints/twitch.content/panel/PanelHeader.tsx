import { LastHeard } from '@/components/favorite/LastHeard';
import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { UntrustedText } from '@/components/text/UntrustedText';
import { LiveBadge } from '@/components/ui/LiveBadge';
import { t } from '@/lib/i18n/text';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import styles from './PanelHeader.module.css';

type PanelHeaderProps = Pick<ShownFeed, 'streamer' | 'channel' | 'lastHeard'>;

/** The streamer, with a badge while live. */
export function PanelHeader({ streamer, channel, lastHeard }: PanelHeaderProps) {
  if (streamer === null) return <h2 class={styles.name}>{t('panel.region')}</h2>;
  return (
    <div class={styles.header}>
      <StreamerAvatar name={streamer.name} url={streamer.avatarUrl} size={24} />
      <h2 class={styles.name}>
        <UntrustedText text={streamer.name} />
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
