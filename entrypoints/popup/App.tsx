import { AccountFooter } from '@/components/account/AccountFooter';
import { SignIn } from '@/components/account/SignIn';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import type { Database } from '@/lib/db/database';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { type Feed, feedItem } from '@/lib/settings/feed';
import { SignedIn } from './SignedIn';

interface AppProps {
  db: Database;
  send: typeof send;
  optionsUrl: string;
}

/** The toolbar popup. */
export function App({ db, send, optionsUrl }: AppProps) {
  const feed = useStorageItem(feedItem);
  if (feed === undefined) return null;
  return (
    <main class="app">
      {feed.account === null ? (
        <SignedOut feed={feed} send={send} optionsUrl={optionsUrl} />
      ) : (
        <SignedIn feed={feed} db={db} send={send} optionsUrl={optionsUrl} />
      )}
      <AccountFooter
        account={feed.account}
        signOut={() => send('auth/signOut', {})}
        optionsUrl={optionsUrl}
      />
    </main>
  );
}

function SignedOut({ feed, send, optionsUrl }: Omit<AppProps, 'db'> & { feed: Feed }) {
  const { connection } = feed;
  return (
    <>
      <div class="head">
        <h1 class="product">{t('app.name')}</h1>
        <ConnectionStatus connection={connection} />
      </div>
      <SignIn
        lastProblem={connection.state === 'signed_out' ? connection.problem : null}
        signIn={() => send('auth/begin', {})}
        optionsUrl={optionsUrl}
      />
    </>
  );
}
