import { useCallback } from 'preact/hooks';
import { Counts } from '@/components/counts/Counts';
import { FavoriteForm } from '@/components/favorite/FavoriteForm';
import { FavoriteHeader } from '@/components/favorite/FavoriteHeader';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { useMarkSeen } from '@/components/feed/use-mark-seen';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { t } from '@/components/text/text';
import { Notice } from '@/components/ui/Notice';
import { useVisible } from '@/components/ui/use-visible';
import { countsByStreamer } from '@/lib/db/counts';
import type { Database } from '@/lib/db/database';
import { newestRows } from '@/lib/db/rows';
import type { send } from '@/lib/messaging/client';
import { FEED_ROWS, type Feed } from '@/lib/settings/feed';
import { Recent } from './Recent';

interface SignedInProps {
  feed: Feed;
  db: Database;
  send: typeof send;
}

/** The popup of someone who is signed in: the favorite, their events, and the counts. */
export function SignedIn({ feed, db, send }: SignedInProps) {
  const { favorite } = feed;
  const rows = useRecentRows(db, favorite?.id ?? null);
  const counts = useLiveQuery(() => countsByStreamer(db), [db]);
  const markSeen = useCallback((upTo: number) => void send('feed/seen', { upTo }), [send]);
  useMarkSeen(rows.value ?? [], useVisible(), markSeen);

  return (
    <>
      <Head feed={feed} />
      <div class="favorite">
        {favorite === null && <p class="ask">{t('favorite.none')}</p>}
        <FavoriteForm
          favorite={favorite}
          setFavorite={(userName) => send('favorite/set', { userName })}
        />
      </div>
      {(rows.hasFailed || counts.hasFailed) && (
        <div class="failed">
          <Notice tone="problem" role="alert">
            {t('feed.failed')}
          </Notice>
        </div>
      )}
      {favorite !== null && <Recent key={favorite.id} favorite={favorite} rows={rows} />}
      <Counts counts={counts.value} favoriteId={favorite?.id ?? null} />
    </>
  );
}

function useRecentRows(db: Database, favoriteId: string | null) {
  return useLiveQuery(
    async () => (favoriteId === null ? [] : await newestRows(db, favoriteId, FEED_ROWS)),
    [db, favoriteId],
  );
}

function Head({ feed: { favorite, channel, connection } }: { feed: Feed }) {
  return (
    <div class="head">
      {favorite === null ? (
        <h1 class="product">{t('app.name')}</h1>
      ) : (
        <FavoriteHeader favorite={favorite} channel={channel} />
      )}
      <ConnectionStatus connection={connection} />
    </div>
  );
}
