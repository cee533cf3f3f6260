import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import type { send as Send } from '@/lib/messaging/client';
import styles from './GrantedScopes.module.css';
import { type ScopeGroup, scopesByGroup } from './scope-groups';

const TEXTS: Readonly<Record<ScopeGroup, MessageKey>> = {
  viewer: 'options.account.viewer',
  moderator: 'options.account.moderator',
  streamer: 'options.account.streamer',
  redemptions: 'options.account.redemptions',
  moderation: 'options.account.moderation',
};

/** What the user has allowed the extension to read, with Twitch's own names. */
export function GrantedScopes({ send }: { send: typeof Send }) {
  const [scopes, setScopes] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    void send('account/scopes', {}).then((reply) => {
      if (reply.ok && !isGone) setScopes(reply.value);
    });
    return () => {
      isGone = true;
    };
  }, [send]);
  if (scopes.length === 0) return null;
  return (
    <>
      <h3>{t('options.account.allowed')}</h3>
      <ul class={styles.list}>
        {scopesByGroup(scopes).map(([group, names]) => (
          <li key={group}>
            {t(TEXTS[group])}
            <code class={styles.names} translate={false}>
              {names.join(' ')}
            </code>
          </li>
        ))}
      </ul>
      <p>
        {t('options.account.allowed_why')}{' '}
        <a href="#receiving">{t('options.account.allow_more')}</a>
      </p>
    </>
  );
}
