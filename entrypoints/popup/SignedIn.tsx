import { useCallback } from 'preact/hooks';
import { FavoriteForm } from '@/components/favorite/FavoriteForm';
import { FavoriteHeader } from '@/components/favorite/FavoriteHeader';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { PopupFeed } from '@/components/feed/PopupFeed';
import type { Database } from '@/lib/db/database';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { Feed } from '@/lib/settings/feed';

interface SignedInProps {
  feed: Feed;
  db: Database;
  send: typeof send;
  optionsUrl: string;
}

/** The popup of someone who is signed in: the favorite, their events, and the counts. */
export function SignedIn({ feed, db, send, optionsUrl }: SignedInProps) {
  const { favorite } = feed;
  const suggest = useCallback((query: string) => send('channels/suggest', { query }), [send]);
  return (
    <>
      <Head feed={feed} />
      <div class="favorite">
        {favorite === null && <p class="ask">{t('favorite.none')}</p>}
        <FavoriteForm
          favorite={favorite}
          setFavorite={(userName) => send('favorite/set', { userName })}
          suggest={suggest}
        />
      </div>
      <PopupFeed feed={feed} db={db} send={send} optionsUrl={optionsUrl} />
      {favorite !== null && (
        <p class="receiving">
          <a href={`${optionsUrl}#receiving`} target="_blank" rel="noopener noreferrer">
            {t('receiving.title')}
          </a>
        </p>
      )}
    </>
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
