import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { useFeedIndex, useUnseen } from '@/components/hooks/use-feed';
import { useShownTab } from '@/components/streamers/use-shown-tab';
import { useStreamerTabs } from '@/components/streamers/use-streamer-tabs';
import type { Database } from '@/lib/db/database';
import type { Problem } from '@/lib/domain/problem';
import type { send } from '@/lib/messaging/client';
import { EMPTY_INDEX, type FeedIndex } from '@/lib/settings/feed';
import { Foot } from './Foot';
import { HomeContent } from './HomeContent';
import type { PageActions } from './page-actions';
import { useFrame } from './use-frame';

interface AppProps {
  db: Database;
  send: typeof send;
  optionsUrl: string;
  page: PageActions;
}

/** The streamers and their events: the toolbar popup, also as side panel, window or tab. */
export function App(props: AppProps) {
  const { db } = props;
  const published = useFeedIndex();
  const unseen = useUnseen();
  const openProblem = useDatabaseProblem(db);
  const index = published && withProblem(published, openProblem);
  const tabs = useStreamerTabs(index ?? EMPTY_INDEX);
  const shown = useShownTab(index && tabs?.selected);
  const isFramed = index !== undefined && index.streamers.length > 0;
  useFrame(isFramed);
  if (!index || !unseen || !tabs || !shown) return null;
  return (
    // Dimmed: everything that is left of a sign-in that Twitch has ended.
    <main class="app" data-dimmed={index.account === null}>
      <HomeContent {...props} {...{ index, unseen, tabs, shown, openProblem }} />
      <Foot {...props} {...{ index, tabs, openProblem }} />
    </main>
  );
}

/** Nothing is recorded in a database that cannot be opened, even before the background says so. */
function withProblem(index: FeedIndex, problem: Problem | null): FeedIndex {
  return problem === null ? index : { ...index, connection: { state: 'problem', problem } };
}
