import { useCallback } from 'preact/hooks';
import { AccountFooter } from '@/components/account/AccountFooter';
import { SignIn } from '@/components/account/SignIn';
import { FavoriteForm } from '@/components/favorite/FavoriteForm';
import { FavoriteHeader } from '@/components/favorite/FavoriteHeader';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { PanelHint } from '@/components/feed/PanelHint';
import { PopupFeed } from '@/components/feed/PopupFeed';
import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { useFeedIndex, useStreamerFeed, useUnseen } from '@/components/hooks/use-feed';
import type { Database } from '@/lib/db/database';
import { isFavoriteGone } from '@/lib/domain/connection/connection';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { favoriteOf } from '@/lib/settings/feed';
import { type ShownFeed, shownFeedOf } from '@/lib/settings/shown-feed';

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
  const published = useFavoriteFeed();
  const openProblem = useDatabaseProblem(props.db);
  if (published === undefined) return null;
  const feed = withProblem(published, openProblem);
  const Content = feed.account === null ? SignedOutContent : SignedInContent;
  return (
    // Dimmed: everything that is left of a sign-in that Twitch has ended.
    <main class="app" data-dimmed={feed.account === null}>
      <Head feed={feed} optionsUrl={optionsUrl} reloadTab={reloadTab} />
      <Content {...props} feed={feed} openProblem={openProblem} />
      <AccountFooter
        account={feed.account}
        signOut={() => send('auth/signOut', {})}
        optionsUrl={optionsUrl}
      />
    </main>
  );
}

/** Returns the feed of the favorite; `undefined` until everything of it has been read. */
function useFavoriteFeed(): ShownFeed | undefined {
  const index = useFeedIndex();
  const unseen = useUnseen();
  const favorite = index === undefined ? null : favoriteOf(index);
  const id = favorite?.id ?? null;
  const feed = useStreamerFeed(id);
  const isRead = id === null || feed !== undefined;
  if (index === undefined || unseen === undefined || !isRead) return undefined;
  return shownFeedOf(index, favorite, { feed, unseen: (id !== null && unseen[id]) || 0 });
}

/** Nothing is recorded in a database that cannot be opened, even before the background says so. */
function withProblem(feed: ShownFeed, problem: Problem | null): ShownFeed {
  return problem === null ? feed : { ...feed, connection: { state: 'problem', problem } };
}

type HeadProps = Pick<ContentProps, 'feed' | 'optionsUrl'> & Pick<AppProps, 'reloadTab'>;

function Head({ feed, optionsUrl, reloadTab }: HeadProps) {
  const { account, streamer, channel, connection, lastHeard } = feed;
  return (
    <div class="head">
      {streamer === null ? (
        <h1 class="product">{t('app.name')}</h1>
      ) : (
        <FavoriteHeader
          favorite={streamer}
          channel={channel}
          isSignedIn={account !== null}
          lastHeard={lastHeard}
          isGone={isFavoriteGone(connection)}
        />
      )}
      <ConnectionStatus connection={connection} optionsUrl={optionsUrl} />
      <PanelHint reloadTab={reloadTab} />
    </div>
  );
}

interface ContentProps extends Omit<AppProps, 'reloadTab'> {
  feed: ShownFeed;
  /** Why the database cannot be opened. */
  openProblem: Problem | null;
}

function SignedOutContent(props: ContentProps) {
  const { feed, send, optionsUrl } = props;
  const { connection, streamer } = feed;
  return (
    <>
      <SignIn
        lastProblem={connection.state === 'signed_out' ? connection.problem : null}
        hasEnded={streamer !== null}
        signIn={() => send('auth/begin', {})}
        optionsUrl={optionsUrl}
      />
      {streamer !== null && <PopupFeed {...props} />}
    </>
  );
}

function SignedInContent(props: ContentProps) {
  const { streamer: favorite } = props.feed;
  const { send, optionsUrl } = props;
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
      <PopupFeed {...props} />
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
