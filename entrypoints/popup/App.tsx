import { useCallback } from 'preact/hooks';
import { AccountFooter } from '@/components/account/AccountFooter';
import { SignIn } from '@/components/account/SignIn';
import { FavoriteForm } from '@/components/favorite/FavoriteForm';
import { FavoriteHeader } from '@/components/favorite/FavoriteHeader';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { PopupFeed } from '@/components/feed/PopupFeed';
import { useFeed } from '@/components/hooks/use-feed';
import type { Database } from '@/lib/db/database';
import { isFavoriteGone } from '@/lib/domain/connection/connection';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { Feed } from '@/lib/settings/feed';

interface AppProps {
  db: Database;
  send: typeof send;
  optionsUrl: string;
}

/** The toolbar popup. */
export function App(props: AppProps) {
  const { send, optionsUrl } = props;
  const feed = useFeed();
  if (feed === undefined) return null;
  return (
    <main class="app">
      <Head feed={feed} />
      {feed.account === null ? (
        <SignedOutContent {...props} feed={feed} />
      ) : (
        <SignedInContent {...props} feed={feed} />
      )}
      <AccountFooter
        account={feed.account}
        signOut={() => send('auth/signOut', {})}
        optionsUrl={optionsUrl}
      />
    </main>
  );
}

function Head({ feed: { account, favorite, channel, connection } }: { feed: Feed }) {
  return (
    <div class="head">
      {account === null || favorite === null ? (
        <h1 class="product">{t('app.name')}</h1>
      ) : (
        <FavoriteHeader favorite={favorite} channel={channel} isGone={isFavoriteGone(connection)} />
      )}
      <ConnectionStatus connection={connection} />
    </div>
  );
}

interface ContentProps extends AppProps {
  feed: Feed;
}

function SignedOutContent({ feed: { connection }, send, optionsUrl }: ContentProps) {
  return (
    <SignIn
      lastProblem={connection.state === 'signed_out' ? connection.problem : null}
      signIn={() => send('auth/begin', {})}
      optionsUrl={optionsUrl}
    />
  );
}

function SignedInContent({ feed, db, send, optionsUrl }: ContentProps) {
  const { favorite } = feed;
  const suggest = useCallback((query: string) => send('channels/suggest', { query }), [send]);
  return (
    <>
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
