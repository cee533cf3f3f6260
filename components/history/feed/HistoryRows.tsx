import { useMemo } from 'preact/hooks';
import { RowActionsProvider } from '@/components/feed/row-actions';
import { useSyncedChoices } from '@/components/hooks/use-synced-choices';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { DEFAULT_MOMENTS } from '@/lib/domain/view/moments';
import { t } from '@/lib/i18n/text';
import { countOfFilters } from '../filters/active-filters';
import { NothingRecorded } from '../frame/NothingRecorded';
import { HistoryList } from './HistoryList';
import { useShownRows } from './use-shown-rows';

interface HistoryRowsProps {
  db: Database;
  address: HistoryAddress;
  /** Everybody whose rows may be shown. */
  streamers: readonly Streamer[];
  /** The ids of the rows that the user has deleted: a list that is held still has them. */
  deleted: ReadonlySet<string>;
  onViewer: (viewerId: string) => void;
  onOpen: (rowId: string) => void;
}

/** The rows that an address asks for. While others are read, the rows before stay. */
export function HistoryRows(props: HistoryRowsProps) {
  const { db, address, streamers, deleted, onViewer, onOpen } = props;
  // What a moment is does not depend on the account.
  const moments = useSyncedChoices('')?.moments ?? DEFAULT_MOMENTS;
  const { shown, isBusy, hasFailed } = useShownRows(db, address, moments);
  const isOfViewer = address.viewerId !== null;
  const actions = useMemo(
    () => ({
      // No script but our own runs on our pages.
      isTrusted: () => true,
      open: onOpen,
      onlyViewer: isOfViewer ? undefined : onViewer,
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the functions do the same at any time
    [isOfViewer],
  );

  if (hasFailed) return <Notice>{t('feed.failed')}</Notice>;
  if (shown === undefined) return <p class="empty">{t('feed.loading')}</p>;
  return (
    <RowActionsProvider value={actions}>
      <HistoryList
        key={shown.key}
        db={db}
        shown={shown}
        isBusy={isBusy}
        deleted={deleted}
        selected={address.eventId}
        streamers={shown.address.streamerId === null ? streamers : undefined}
        onOpen={onOpen}
        empty={
          <p class="empty">
            <Empty address={shown.address} streamers={streamers} />
          </p>
        }
      />
    </RowActionsProvider>
  );
}

/** Says why there are no rows. */
function Empty({ address, streamers }: Pick<HistoryRowsProps, 'address' | 'streamers'>) {
  const { streamerId, viewerId } = address;
  if (countOfFilters(address) > 0) return t('log_filter.nothing');
  if (viewerId !== null) return t('history.empty_viewer');
  return <NothingRecorded streamerId={streamerId} streamers={streamers} />;
}
