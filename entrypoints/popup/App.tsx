import { useCallback } from 'preact/hooks';
import { AccountFooter } from '@/components/account/AccountFooter';
import { SignIn } from '@/components/account/SignIn';
import { FavoriteForm } from '@/components/favorite/FavoriteForm';
import { FavoriteHeader } from '@/components/favorite/FavoriteHeader';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { PanelHint } from '@/components/feed/PanelHint';
import { PopupFeed } from '@/components/feed/PopupFeed';
import { useFeed } from '@/components/hooks/use-feed';
import type { Database } from '@/lib/db/database';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { Feed } from '@/lib/settings/feed';

interface AppProps {
  db: Database;
  send: typeof send;
  optionsUrl: string;
  /** Reloads the tab that the user looks at. */
  reloadTab: () => void;
}

/** The toolbar popup. */
export function App(props: AppProps) {
  const { send, optionsUrl, reloadTab } = props;
  const feed = useFeed();
  if (feed === undefined) return null;
  return (
    // Dimmed: everything that is left of a sign-in that Twitch has ended.
    <main class="app" data-dimmed={feed.account === null}>
      <Head feed={feed} reloadTab={reloadTab} />
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

function Head({ feed, reloadTab }: Pick<ContentProps, 'feed'> & Pick<AppProps, 'reloadTab'>) {
  const { account, favorite, channel, connection, lastHeard } = feed;
  return (
    <div class="head">
      {favorite === null ? (
        <h1 class="product">{t('app.name')}</h1>
      ) : (
        <FavoriteHeader
          favorite={favorite}
          channel={channel}
          isSignedIn={account !== null}
          lastHeard={lastHeard}
        />
      )}
      <ConnectionStatus connection={connection} />
      <PanelHint reloadTab={reloadTab} />
    </div>
  );
}

interface ContentProps extends Omit<AppProps, 'reloadTab'> {
  feed: Feed;
}

function SignedOutContent({ feed, db, send, optionsUrl }: ContentProps) {
  const { connection, favorite } = feed;
  return (
    <>
      <SignIn
        lastProblem={connection.state === 'signed_out' ? connection.problem : null}
        hasEnded={favorite !== null}
        signIn={() => send('auth/begin', {})}
        optionsUrl={optionsUrl}
      />
      {favorite !== null && <PopupFeed feed={feed} db={db} send={send} optionsUrl={optionsUrl} />}
    </>
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
