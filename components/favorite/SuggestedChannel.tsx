import { UntrustedText } from '@/components/text/UntrustedText';
import { LiveBadge } from '@/components/ui/LiveBadge';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import { t } from '@/lib/i18n/text';
import { StreamerAvatar } from './StreamerAvatar';
import styles from './SuggestedChannel.module.css';

/** One suggested channel in the list of suggestions. */
export function SuggestedChannel({ channel }: { channel: Suggestion }) {
  const { name, login, avatarUrl, isLive } = channel;
  return (
    <div class={styles.channel}>
      <StreamerAvatar name={name} url={avatarUrl} size={24} />
      <span class={styles.names}>
        <UntrustedText class={styles.name} text={name} />
        {/* Display names can be in any script. The login is the name in the channel's address. */}
        {name.toLowerCase() !== login && (
          <span class={styles.login} translate={false}>
            {' '}
            {login}
          </span>
        )}
      </span>
      {isLive && <LiveBadge>{t('channel.live')}</LiveBadge>}
    </div>
  );
}
