import { AccountFooter } from '@/components/account/AccountFooter';
import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { useFeedIndex, useUnseen } from '@/components/hooks/use-feed';
import { useShownTab } from '@/components/streamers/use-shown-tab';
import { useStreamerTabs } from '@/components/streamers/use-streamer-tabs';
import type { Database } from '@/lib/db/database';
import type { Problem } from '@/lib/domain/problem';
import type { send } from '@/lib/messaging/client';
import { EMPTY_INDEX, type FeedIndex } from '@/lib/settings/feed';
import { PopupContent } from './PopupContent';

interface AppProps {
  db: Database;
  send: typeof send;
  optionsUrl: string;
  /** Reloads the tab that the user looks at. */
  reloadTab: () => void;
}

/** The toolbar popup. */
export function App(props: AppProps) {
  const { db, send, optionsUrl } = props;
  const published = useFeedIndex();
  const unseen = useUnseen();
  const openProblem = useDatabaseProblem(db);
  const index = published && withProblem(published, openProblem);
  const tabs = useStreamerTabs(index ?? EMPTY_INDEX);
  const shown = useShownTab(index && tabs?.selected);
  if (!index || !unseen || !tabs || !shown) return null;
  return (
    // Dimmed: everything that is left of a sign-in that Twitch has ended.
    <main class="app" data-dimmed={index.account === null}>
      <PopupContent {...props} {...{ index, unseen, tabs, shown, openProblem }} />
      <AccountFooter
        account={index.account}
        signOut={() => send('auth/signOut', {})}
        optionsUrl={optionsUrl}
      />
    </main>
  );
}

/** Nothing is recorded in a database that cannot be opened, even before the background says so. */
function withProblem(index: FeedIndex, problem: Problem | null): FeedIndex {
  return problem === null ? index : { ...index, connection: { state: 'problem', problem } };
}
