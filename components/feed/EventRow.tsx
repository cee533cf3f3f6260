import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { MessageText } from '@/components/text/MessageText';
import { UntrustedText } from '@/components/text/UntrustedText';
import { InvisibleText } from '@/components/ui/InvisibleText';
import { familyStyle } from '@/components/ui/palette';
import type { Streamer } from '@/lib/domain/channel/channel';
import { sanitize } from '@/lib/domain/untrusted-text';
import type { RowView } from '@/lib/domain/view/row-view';
import { plainText, t } from '@/lib/i18n/text';
import { RowActionBar } from './actions/RowActionBar';
import { EventIcon } from './EventIcon';
import styles from './EventRow.module.css';
import { lookOfRow } from './event-look';
import { People } from './People';
import { keyOfMarks, type Marks, RowMarks } from './row/RowMarks';
import { RowTime } from './row/RowTime';

interface EventRowProps {
  row: RowView;
  /** Whose event it is, in a list of several streamers' events. */
  streamer?: Streamer | undefined;
  /** What is between this row and the row above. */
  marks?: Marks;
  /** True if the row was added while the list was on screen. */
  isNew: boolean;
  /** Shown in place of the time. It stays the same for a row. */
  time?: ComponentChildren;
}

const NO_MARKS: Marks = {};

/**
 * One row of a list of events. Whenever one row changes, all rows arrive as new copies; the
 * unchanged ones are not rendered again.
 */
export function EventRow({ row, streamer, marks = NO_MARKS, isNew, time }: EventRowProps) {
  const [wasNew] = useState(isNew);
  // Every change of a row changes one of these. What is a moment, and the recording that shows it,
  // can become known later than everything else.
  const { id, lastSeq, changedAt, weight, jump } = row;
  const key = [id, lastSeq, changedAt, weight, jump?.videoId, jump?.seconds].join(' ');
  const marksKey = keyOfMarks(marks);
  return useMemo(
    () => <RowContent {...{ row, streamer, marks, time }} isNew={wasNew} />,
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a copy of an unchanged row is no change
    [key, marksKey, streamer?.name, streamer?.avatarUrl, wasNew],
  );
}

function RowContent({ row, streamer, marks, isNew, time }: EventRowProps) {
  const [isActive, setIsActive] = useState(false);
  const activate = () => setIsActive(true);
  return (
    <li
      class={styles.item}
      onPointerEnter={activate}
      onFocusIn={activate}
      data-weight={row.weight}
      data-new={isNew}
      style={familyStyle(lookOfRow(row).family)}
      data-event-id={row.id}
      data-streamer-id={row.streamerId}
      data-event-type={row.kind}
    >
      <RowMarks {...marks} />
      <div class={styles.row}>
        {streamer !== undefined && <RowStreamer streamer={streamer} />}
        <EventIcon row={row} />
        <RowTexts row={row} />
        <div class={styles.aside}>
          {time ?? <RowTime time={row.createdAt} />}
          <RowActionBar row={row} isActive={isActive} />
        </div>
      </div>
    </li>
  );
}

/** Kinds whose text is a title, which may be long and says little that is new. */
const TITLES = /^(?:channel_update|poll_|prediction_)/;

function RowTexts({ row }: { row: RowView }) {
  const words = sanitize(row.userMessage);
  const isTitle = TITLES.test(row.kind);
  return (
    <div class={styles.body}>
      <p
        class={styles.sentence}
        data-title={isTitle || undefined}
        title={isTitle ? plainText(row.message) : undefined}
      >
        <MessageText message={row.message} />
        {row.isFoundLater && (
          <span class={styles.found} title={t('gap.found_why')}>
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
