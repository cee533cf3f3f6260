import { useEffect, useMemo } from 'preact/hooks';
import { NotOpened } from '@/components/feed/NotOpened';
import { HistoryHead } from '@/components/history/HistoryHead';
import { HistoryRows } from '@/components/history/HistoryRows';
import { useHistoryAddress } from '@/components/history/use-history-address';
import { useDatabaseProblem } from '@/components/hooks/use-database-problem';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { Database } from '@/lib/db/database';
import { latestNameOf } from '@/lib/db/feed/viewer-name';
import { streamersInLog } from '@/lib/db/history/streamers-in-log';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { NamedUser } from '@/lib/domain/event/user';
import { isolated } from '@/lib/domain/untrusted-text';
import { historySearch } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import type { FeedIndex } from '@/lib/settings/feed';

interface AppProps {
  db: Database;
  optionsUrl: string;
}

/** The history: everything in the log, also of streamers who are in no list any more. */
export function App({ db, optionsUrl }: AppProps) {
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
  if (index === undefined) return null;
  return (
    <main class="page">
      <HistoryHead address={address} streamers={streamers} viewer={viewer ?? null} go={go} />
      {problem === null ? (
        <HistoryRows
          key={historySearch(address)}
          db={db}
          address={address}
          streamers={streamers}
          onViewer={(id) => go({ viewerId: id })}
        />
      ) : (
        <NotOpened problem={problem} optionsUrl={optionsUrl} />
      )}
    </main>
  );
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
