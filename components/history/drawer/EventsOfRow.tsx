import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import type { DescribedEvent } from '@/lib/db/feed/event-details';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { plainText, t } from '@/lib/i18n/text';
import { absoluteTime } from '@/lib/time';
import { HistoryLink } from '../HistoryLink';
import type { GoTo } from '../view-props';
import styles from './EventsOfRow.module.css';

/** A gift bomb may have a thousand gifts, which few want to see. */
const MAX_SHOWN = 50;

interface EventsOfRowProps {
  /** All events of the row, in order of arrival. */
  members: readonly DescribedEvent[];
  /** The id of the one whose fields are shown. */
  shownId: string;
  address: HistoryAddress;
  go: GoTo;
}

/** The events of a row, each a link to its fields. */
export function EventsOfRow({ members, shownId, address, go }: EventsOfRowProps) {
  const [hasAll, setHasAll] = useState(members.length <= MAX_SHOWN);
  const count = members.length;
  const shown = hasAll ? members : members.slice(0, MAX_SHOWN);
  return (
    <section class={styles.events}>
      <h3 class={styles.heading}>{t('drawer.events', { count }, count)}</h3>
      <ol class={styles.list} role="list">
        {shown.map(({ event, message }) => (
          <li key={event.id}>
            <HistoryLink
              class={styles.link}
              address={address}
              change={{ eventId: event.id }}
              // From one event to the next is no way to go back.
              go={(change) => go(change, { isReplacing: true })}
              aria-current={event.id === shownId ? 'true' : undefined}
            >
              {plainText(message)} <span class={styles.time}>{absoluteTime(event.created_at)}</span>
            </HistoryLink>
          </li>
        ))}
      </ol>
      {!hasAll && (
        <Button look="quiet" onClick={() => setHasAll(true)}>
          {t('drawer.show_all', { count })}
        </Button>
      )}
    </section>
  );
}
