import { ConnectionDot } from '@/components/feed/ConnectionDot';
import { lookOfRow } from '@/components/feed/event-look';
import { Icon } from '@/components/ui/Icon';
import { zap } from '@/components/ui/icons';
import { plainText, t } from '@/lib/i18n/text';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import styles from './Strip.module.css';
import { UnseenCount } from './UnseenCount';

/** The folded panel on the chat: the latest event in one line. */
export function Strip({ feed }: { feed: ShownFeed }) {
  const [latest] = feed.rows;
  return (
    <>
      <Icon of={latest === undefined ? zap : lookOfRow(latest).icon} size={16} />
      <span class={styles.text} translate={false}>
        {latest === undefined ? t('feed.list') : plainText(latest.message)}
      </span>
      <UnseenCount unseen={feed.unseen} />
      <ConnectionDot connection={feed.connection} />
    </>
  );
}
