import { MODERATION_SCOPES, type ModerationScope } from '@/lib/domain/access/scopes';
import type { MessageKey } from '@/lib/domain/wording/message-key';
import { t } from '@/lib/i18n/text';
import styles from './ModerationScopes.module.css';

const PURPOSES: Readonly<Record<ModerationScope, MessageKey>> = {
  'moderator:read:banned_users': 'recording.scope.banned_users',
  'moderator:read:blocked_terms': 'recording.scope.blocked_terms',
  'moderator:read:chat_messages': 'recording.scope.chat_messages',
  'moderator:read:chat_settings': 'recording.scope.chat_settings',
  'moderator:read:moderators': 'recording.scope.moderators',
  'moderator:read:unban_requests': 'recording.scope.unban_requests',
  'moderator:read:vips': 'recording.scope.vips',
  'moderator:read:warnings': 'recording.scope.warnings',
  'moderator:read:shield_mode': 'recording.scope.shield_mode',
  'moderator:read:suspicious_users': 'recording.scope.suspicious_users',
};

/** A list of all scopes that moderation needs, each with its purpose and Twitch's name. */
export function ModerationScopes() {
  return (
    <ul class={styles.list}>
      {MODERATION_SCOPES.map((scope) => (
        <li key={scope} class={styles.scope}>
          {t(PURPOSES[scope])}{' '}
          <code class={styles.name} translate={false}>
            {scope}
          </code>
        </li>
      ))}
    </ul>
  );
}
