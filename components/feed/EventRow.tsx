import { useMemo, useState } from 'preact/hooks';
import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { MessageText } from '@/components/text/MessageText';
import { UntrustedText } from '@/components/text/UntrustedText';
import { InvisibleText } from '@/components/ui/InvisibleText';
import { familyStyle } from '@/components/ui/palette';
import { RelativeTime } from '@/components/ui/RelativeTime';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Gap } from '@/lib/domain/history/gap';
import { sanitize } from '@/lib/domain/untrusted-text';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { EventIcon } from './EventIcon';
import styles from './EventRow.module.css';
import { lookOfRow } from './event-look';
import { GapMark } from './GapMark';
import { People } from './People';

interface EventRowProps {
  row: RowView;
  /** Whose event it is, in a list of several streamers' events. */
  streamer?: Streamer | undefined;
  /** The gaps between this row and the row above. */
  gaps?: readonly Gap[] | undefined;
  /** True if the row was added while the list was on screen. */
  isNew: boolean;
}

/**
 * One row of a list of events. Whenever one row changes, all rows arrive as new copies; the
 * unchanged ones are not rendered again.
 */
export function EventRow({ row, streamer, gaps, isNew }: EventRowProps) {
  const [wasNew] = useState(isNew);
  // Every change of a row changes one of these.
  const { id, lastSeq, changedAt } = row;
  const gapsKey = gaps?.map(({ from, until }) => [from, until]).join();
  return useMemo(
    () => <RowContent row={row} streamer={streamer} gaps={gaps} isNew={wasNew} />,
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a copy of an unchanged row is no change
    [id, lastSeq, changedAt, streamer?.name, streamer?.avatarUrl, gapsKey, wasNew],
  );
}

function RowContent({ row, streamer, gaps, isNew }: EventRowProps) {
  const words = sanitize(row.userMessage);
  return (
    <li
      class={styles.row}
      data-weight={row.weight}
      data-new={isNew}
      style={familyStyle(lookOfRow(row).family)}
      data-event-id={row.id}
      data-streamer-id={row.streamerId}
      data-event-type={row.kind}
    >
      {gaps?.map((gap) => (
        <GapMark key={gap.until} gap={gap} />
      ))}
      {streamer !== undefined && <RowStreamer streamer={streamer} />}
      <EventIcon row={row} />
      <div class={styles.body}>
        <p class={styles.sentence}>
          <MessageText message={row.message} />{' '}
          <RelativeTime time={row.createdAt} language={t('app.language')} class={styles.time} />{' '}
          {row.isFoundLater && (
            <span class={styles.time} title={t('gap.found_why')}>
              {t('gap.found')}
            </span>
          )}
        </p>
        {words !== '' && (
          <p class={styles.words} dir="auto" translate={false} title={words}>
            {words}
          </p>
        )}
        <SecondaryMessage row={row} />
      </div>
    </li>
  );
}

/** Whose event it is: a small picture for those who see it, the name for others. */
function RowStreamer({ streamer: { name, avatarUrl } }: { streamer: Streamer }) {
  return (
    <span class={styles.streamer} title={sanitize(name)}>
      <StreamerAvatar name={name} url={avatarUrl} size={20} />
      <InvisibleText>
        <UntrustedText text={name} />
      </InvisibleText>
    </span>
  );
}

function SecondaryMessage({ row: { secondary, people } }: { row: RowView }) {
  if (secondary === null) return null;
  if (people.length > 0) return <People people={people} summary={secondary} />;
  return (
    <p class={styles.more}>
      <MessageText message={secondary} />
    </p>
  );
}
