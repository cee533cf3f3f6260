import { t } from '@/components/text/text';
import { Avatar } from '@/components/ui/Avatar';
import { LiveBadge } from '@/components/ui/LiveBadge';
import type { Suggestion } from '@/lib/domain/suggestion';
import styles from './SuggestedChannel.module.css';

/** A channel in the list of suggestions. */
export function SuggestedChannel({ channel }: { channel: Suggestion }) {
  const { name, login, avatarUrl, isLive } = channel;
  return (
    <div class={styles.channel}>
      <Avatar name={name} url={avatarUrl} size={24} />
      <span class={styles.names}>
        <bdi class={styles.name}>{name}</bdi>
        {/* Display names may be in any script; the login tells who it is. */}
        {name.toLowerCase() !== login && <span class={styles.login}> {login}</span>}
      </span>
      {isLive && <LiveBadge>{t('channel.live')}</LiveBadge>}
    </div>
  );
}
