import { useMemo } from 'preact/hooks';
import { RowActionsProvider } from '@/components/feed/row-actions';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useSyncedChoices } from '@/components/hooks/use-synced-choices';
import { MessageText } from '@/components/text/MessageText';
import { Notice } from '@/components/ui/Notice';
import type { Database } from '@/lib/db/database';
import { readHistory } from '@/lib/db/feed/history-page';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import type { LiveRows } from '@/lib/domain/view/live-rows';
import { DEFAULT_MOMENTS, type MomentSettings } from '@/lib/domain/view/moments';
import { t } from '@/lib/i18n/text';
import { HistoryList } from './HistoryList';
import type { LoadFrom } from './use-history-rows';

/** The rows of a page. So many are read again after every change. */
const PAGE_ROWS = 50;

interface HistoryRowsProps {
  db: Database;
  address: HistoryAddress;
  /** Everybody whose rows may be shown. */
  streamers: readonly Streamer[];
  onViewer: (viewerId: string) => void;
}

/** The rows that an address asks for. Needs a `key` that says which these are. */
export function HistoryRows({ db, address, streamers, onViewer }: HistoryRowsProps) {
  // What a moment is does not depend on the account.
  const moments = useSyncedChoices('')?.moments ?? DEFAULT_MOMENTS;
  const newest = useLiveQuery<LiveRows>(
    () => readNewest(db, address, moments),
    [db, JSON.stringify(moments)],
  );
  const loadFrom: LoadFrom = async (from) => {
    const query = { ...address, moments, limit: PAGE_ROWS, from };
    return await readHistory(db, query).then(
      (page) => page ?? 'gone',
      () => 'failed',
    );
  };
  const isOfViewer = address.viewerId !== null;
  const actions = useMemo(
    () => ({
      // No script but our own runs on our pages.
      isTrusted: () => true,
      onlyViewer: isOfViewer ? undefined : onViewer,
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the function does the same at any time
    [isOfViewer],
  );

  if (newest.hasFailed) return <Notice>{t('feed.failed')}</Notice>;
  if (newest.value === undefined) return <p class="empty">{t('feed.loading')}</p>;
  return (
    <RowActionsProvider value={actions}>
      <HistoryList
        newest={newest.value}
        loadFrom={loadFrom}
        streamers={address.streamerId === null ? streamers : undefined}
        empty={
          <p class="empty">
            <Empty address={address} streamers={streamers} />
          </p>
        }
      />
    </RowActionsProvider>
  );
}

async function readNewest(
  db: Database,
  address: HistoryAddress,
  moments: MomentSettings,
): Promise<LiveRows> {
  const page = await readHistory(db, { ...address, moments, limit: PAGE_ROWS });
  if (page === null) throw new Error('The newest rows need no row to begin from.');
  return { ...page, hasOlder: page.hasMore };
}

/** Says why there are no rows. */
function Empty({ address, streamers }: Pick<HistoryRowsProps, 'address' | 'streamers'>) {
  const { streamerId, viewerId } = address;
  if (viewerId !== null) return t('history.empty_viewer');
  const streamer = streamers.find(({ id }) => id === streamerId);
  if (streamer === undefined) return t('history.empty');
  const params = { streamer: streamer.name };
  return <MessageText message={{ message: 'history.empty_streamer', params }} />;
}
