import { useEffect, useMemo } from 'preact/hooks';
import { NotOpened } from '@/components/feed/NotOpened';
import { FeedView } from '@/components/history/feed/FeedView';
import { HistoryHead } from '@/components/history/HistoryHead';
import { IndexProgress } from '@/components/history/IndexProgress';
import {
  LateBroadcasts,
  LatePeople,
  LateStatistics,
  loadLateParts,
} from '@/components/history/late-parts';
import { DataButton } from '@/components/history/transfer/DataButton';
import { useFocusInView } from '@/components/history/use-focus-in-view';
import { useHistoryAddress } from '@/components/history/use-history-address';
import type { HistoryViewProps } from '@/components/history/view-props';
import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { Database } from '@/lib/db/database';
import { latestNameOf } from '@/lib/db/feed/viewer-name';
import { streamersInLog } from '@/lib/db/history/streamers-in-log';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { NamedUser } from '@/lib/domain/event/user';
import { isolated } from '@/lib/domain/untrusted-text';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import type { send as Send } from '@/lib/messaging/client';
import type { FeedIndex } from '@/lib/settings/feed';

interface AppProps {
  db: Database;
  send: typeof Send;
  optionsUrl: string;
}

/** The history: everything in the log, also of streamers who are in no list any more. */
export function App({ db, send, optionsUrl }: AppProps) {
  const index = useFeedIndex();
  const { address, go } = useHistoryAddress();
  const problem = useDatabaseProblem(db);
  const streamers = useStreamers(db, index);
  const { viewerId } = address;
  const viewer = useLiveQuery<NamedUser | null>(
    async () => (viewerId === null ? null : await latestNameOf(db, viewerId)),
    [db, viewerId],
  ).value;
  useTitle(viewer ?? null);
  const page = useFocusInView(address.view);
  useLateParts();
  if (index === undefined) return null;
  return (
    <main ref={page} class="page">
      <HistoryHead address={address} streamers={streamers} viewer={viewer ?? null} go={go}>
        {problem === null && (
          <DataButton
            db={db}
            address={address}
            streamers={streamers}
            viewer={viewer ?? null}
            send={send}
          />
        )}
      </HistoryHead>
      {problem === null && needsIndex(address) && <IndexProgress db={db} />}
      {problem === null ? (
        <View db={db} address={address} streamers={streamers} go={go} send={send} />
      ) : (
        <NotOpened problem={problem} optionsUrl={optionsUrl} />
      )}
    </main>
  );
}

/** Loads the other views while the user looks at the first one, so that they are there at once. */
function useLateParts(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadLateParts());
    return () => cancelIdleCallback(idle);
  }, []);
}

/** The feed itself comes from the events. */
function needsIndex({ view, search }: HistoryAddress): boolean {
  return view !== 'feed' || search !== '';
}

/** Shows what the address asks for. */
function View({ send, ...props }: HistoryViewProps & Pick<AppProps, 'send'>) {
  switch (props.address.view) {
    case 'broadcasts':
      return <LateBroadcasts {...props} />;
    case 'people':
      return <LatePeople {...props} />;
    case 'statistics':
      return <LateStatistics {...props} />;
    default:
      return <FeedView {...props} send={send} />;
  }
}

/** Returns everybody of the list, and then everybody else of whom the log has events. */
function useStreamers(db: Database, index: FeedIndex | undefined): readonly Streamer[] {
  const log = useLiveQuery(() => streamersInLog(db), [db]).value;
  return useMemo(() => {
    const listed = index?.streamers ?? [];
    const ids = new Set(listed.map(({ id }) => id));
    return [...listed, ...(log ?? []).filter(({ id }) => !ids.has(id))];
  }, [index, log]);
}

function useTitle(viewer: NamedUser | null): void {
  useEffect(() => {
    const parts = [viewer && isolated(viewer.name), t('history.title'), t('app.name')];
    document.title = parts.filter((part) => part !== null).join(' – ');
  }, [viewer]);
}
