import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { UntrustedText } from '@/components/text/UntrustedText';
import { LiveBadge } from '@/components/ui/LiveBadge';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import { t } from '@/lib/i18n/text';
import styles from './PanelHeader.module.css';

interface PanelHeaderProps {
  favorite: Streamer | null;
  channel: ChannelState;
}

/** The favorite streamer, with a badge while live. */
export function PanelHeader({ favorite, channel }: PanelHeaderProps) {
  if (favorite === null) return <h2 class={styles.name}>{t('panel.region')}</h2>;
  return (
    <div class={styles.header}>
      <StreamerAvatar name={favorite.name} url={favorite.avatarUrl} size={24} />
      <h2 class={styles.name}>
        <UntrustedText text={favorite.name} />
      </h2>
      {channel.live !== null && <LiveBadge>{t('channel.live')}</LiveBadge>}
    </div>
  );
}
