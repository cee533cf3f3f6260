import { ConnectionDot } from '@/components/feed/ConnectionDot';
import { EventIcon } from '@/components/feed/EventIcon';
import { plainText, t } from '@/lib/i18n/text';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import styles from './Strip.module.css';
import { UnseenCount } from './UnseenCount';

/** The folded panel on the chat: the latest event in one line. */
export function Strip({ feed }: { feed: ShownFeed }) {
  const [latest] = feed.rows;
  return (
    <>
      {latest === undefined ? (
        <ConnectionDot connection={feed.connection} />
      ) : (
        <EventIcon row={latest} />
      )}
      <span class={styles.text} translate={false}>
        {latest === undefined ? t('feed.list') : plainText(latest.message)}
      </span>
      <UnseenCount unseen={feed.unseen} />
      {latest !== undefined && <ConnectionDot connection={feed.connection} />}
    </>
  );
}
