import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { StreamerMenu } from '@/components/streamers/StreamerMenu';
import { UntrustedText } from '@/components/text/UntrustedText';
import { Icon } from '@/components/ui/Icon';
import { bellOff, star, triangleAlert } from '@/components/ui/icons';
import { LiveBadge } from '@/components/ui/LiveBadge';
import { t } from '@/lib/i18n/text';
import type { send as Send } from '@/lib/messaging/client';
import type { IndexedStreamer } from '@/lib/settings/feed';
import styles from './StreamerItem.module.css';

interface StreamerItemProps {
  streamer: IndexedStreamer;
  /** The id of the account that listens; `null` if nobody is signed in, so nothing can be changed. */
  accountId: string | null;
  send: typeof Send;
  onFavorite: () => void;
  onRemoved: () => void;
}

/** A streamer of the list, with what applies to them and a menu to change it. */
export function StreamerItem(props: StreamerItemProps) {
  const { streamer, accountId, send, onFavorite, onRemoved } = props;
  const { id, name, login, avatarUrl, live, isFavorite, isMuted, problem } = streamer;
  return (
    <li class={styles.item} data-streamer-id={id}>
      <StreamerAvatar name={name} url={avatarUrl} size={40} />
      <div class={styles.who}>
        <p class={styles.name}>
          <UntrustedText text={name} />{' '}
          {live !== null && <LiveBadge>{t('channel.live')}</LiveBadge>}
        </p>
        <p class={styles.login}>
          <UntrustedText text={login} />
        </p>
        {(isFavorite || isMuted || problem !== null) && (
          <ul class={styles.marks}>
            {isFavorite && (
              <li data-mark="favorite">
                <Icon of={star} size={13} /> {t('streamers.favorite')}
              </li>
            )}
            {isMuted && (
              <li>
                <Icon of={bellOff} size={13} /> {t('streamers.muted')}
              </li>
            )}
            {problem !== null && (
              <li data-mark="problem">
                <Icon of={triangleAlert} size={13} /> {t(`problem.${problem}`)}
              </li>
            )}
          </ul>
        )}
      </div>
      {accountId !== null && (
        <div class={styles.menu}>
          <StreamerMenu
            accountId={accountId}
            streamer={streamer}
            send={send}
            onFavorite={onFavorite}
            onRemoved={onRemoved}
          />
        </div>
      )}
    </li>
  );
}
