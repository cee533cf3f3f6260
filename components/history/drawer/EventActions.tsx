import { LinkButton } from '@/components/ui/form/Button';
import type { EventDetails } from '@/lib/db/feed/event-details';
import { jumpUrl } from '@/lib/domain/channel/recording';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { HistoryLink } from '../HistoryLink';
import type { GoTo } from '../view-props';
import { CopyButton } from './CopyButton';
import { DeleteButton } from './DeleteButton';
import styles from './EventActions.module.css';

interface EventActionsProps {
  details: EventDetails;
  address: HistoryAddress;
  go: GoTo;
  send: typeof send;
  /** The row with this id is deleted. */
  onDeleted: (rowId: string) => void;
}

/** What can be done with an event and its row. */
export function EventActions({ details, address, go, send, onDeleted }: EventActionsProps) {
  const { event, row } = details;
  const { viewer_id: viewerId } = event;
  return (
    <div class={styles.actions}>
      {row.jump !== null && <LinkButton href={jumpUrl(row.jump)}>{t('row.jump')}</LinkButton>}
      <CopyButton key={event.id} text={JSON.stringify(event, null, 2)} />
      <DeleteButton key={row.id} details={details} send={send} onDeleted={onDeleted} />
      {viewerId !== null && viewerId !== address.viewerId && (
        <HistoryLink
          class={styles.link}
          address={address}
          change={{ viewerId, eventId: null }}
          go={go}
        >
          {t('row.only_viewer')}
        </HistoryLink>
      )}
    </div>
  );
}
