import { useEffect, useId, useRef } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { MessageText } from '@/components/text/MessageText';
import { UntrustedText } from '@/components/text/UntrustedText';
import { IconButton } from '@/components/ui/form/IconButton';
import { x } from '@/components/ui/icons';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { readEventDetails } from '@/lib/db/feed/event-details';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { GoTo } from '../view-props';
import { DrawerFrame } from './DrawerFrame';
import { EventActions } from './EventActions';
import styles from './EventDrawer.module.css';
import { EventFields } from './EventFields';
import { EventsOfRow } from './EventsOfRow';
import { useWide } from './use-wide';

interface EventDrawerProps {
  db: Database;
  eventId: string;
  address: HistoryAddress;
  go: GoTo;
  send: typeof send;
  /** The row with this id is deleted. */
  onDeleted: (rowId: string) => void;
}

/** Everything that the log knows about one event and its row. */
export function EventDrawer({ db, eventId, address, go, send, onDeleted }: EventDrawerProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const isWide = useWide();
  const { value: details, hasFailed } = useLiveQuery(
    () => readEventDetails(db, eventId),
    [db, eventId],
  );
  useEffect(() => heading.current?.focus(), [eventId, isWide]);
  const close = (): void => go({ eventId: null });
  return (
    <DrawerFrame isWide={isWide} labelId={id} onClose={close}>
      <div class={styles.head}>
        <h2 ref={heading} id={id} class={styles.heading} tabIndex={-1}>
          {t('drawer.title')}
        </h2>
        <IconButton icon={x} label={t('drawer.close')} onClick={close} />
      </div>
      {hasFailed && <Notice>{t('feed.failed')}</Notice>}
      {details === null && <p>{t('drawer.gone')}</p>}
      {details && (
        <>
          <p class={styles.message}>
            <MessageText message={details.row.message} />
          </p>
          {details.row.userMessage !== '' && (
            <p class={styles.words}>
              <UntrustedText text={details.row.userMessage} />
            </p>
          )}
          <EventActions
            details={details}
            address={address}
            go={go}
            send={send}
            onDeleted={onDeleted}
          />
          <EventFields event={details.event} />
          {details.members.length > 1 && (
            <EventsOfRow
              // From the first ones on, for another row.
              key={details.row.id}
              members={details.members}
              shownId={details.event.id}
              address={address}
              go={go}
            />
          )}
        </>
      )}
    </DrawerFrame>
  );
}
