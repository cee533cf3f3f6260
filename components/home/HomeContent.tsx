import { useCallback, useId, useState } from 'preact/hooks';
import { SignIn } from '@/components/account/SignIn';
import { NotOpened } from '@/components/feed/NotOpened';
import { AddStreamer } from '@/components/streamers/AddStreamer';
import { RemovedStreamer } from '@/components/streamers/RemovedStreamer';
import { addIdOf, StreamerTabs, tabIdOf } from '@/components/streamers/StreamerTabs';
import type { ShownTab } from '@/components/streamers/use-shown-tab';
import type { StreamerTabsState } from '@/components/streamers/use-streamer-tabs';
import type { Database } from '@/lib/db/database';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { FeedIndex, IndexedStreamer, Unseen } from '@/lib/settings/feed';
import type { PageActions } from './page-actions';
import { TabPanel } from './TabPanel';

interface HomeContentProps {
  index: FeedIndex;
  unseen: Unseen;
  tabs: StreamerTabsState;
  shown: ShownTab;
  db: Database;
  /** Why the database cannot be opened. */
  openProblem: Problem | null;
  send: typeof send;
  optionsUrl: string;
  page: PageActions;
}

/** Everything on the page but its foot. */
export function HomeContent(props: HomeContentProps) {
  const { index, tabs, send, optionsUrl, openProblem } = props;
  const { account, connection, streamers } = index;
  const panelId = useId();
  /** Counts the requests for the form to add a streamer; 0 while it is closed. */
  const [request, setRequest] = useState(0);
  const [removed, setRemoved] = useState<IndexedStreamer | null>(null);
  const suggest = useCallback((query: string) => send('channels/suggest', { query }), [send]);

  return (
    <>
      <Head
        {...props}
        panelId={panelId}
        onAdd={() => setRequest(request + 1)}
        onSelect={() => setRequest(0)}
      />
      {request > 0 && account !== null && (
        <AddStreamer
          listed={streamers}
          add={(userName) => send('streamers/add', { userName })}
          onAdded={({ id }) => {
            setRemoved(null);
            tabs.focus(id);
          }}
          onClose={() => {
            setRequest(0);
            document.getElementById(addIdOf(panelId))?.focus();
          }}
          suggest={suggest}
          request={request}
        />
      )}
      <RemovedStreamer
        removed={account && removed}
        undo={async ({ id }) => {
          const reply = await send('streamers/undoRemove', { streamerId: id });
          if (!reply.ok) return reply;
          setRemoved(null);
          tabs.focus(id);
          return reply;
        }}
      />
      {account === null && streamers.length === 0 && (
        <SignIn
          lastProblem={connection.state === 'signed_out' ? connection.problem : null}
          hasEnded={false}
          signIn={() => send('auth/begin', {})}
          optionsUrl={optionsUrl}
        />
      )}
      <div class="tab-panel" {...(streamers.length > 0 && panelProps(panelId, tabs))}>
        <TabPanel
          {...props}
          suggest={suggest}
          onChanged={() => setRemoved(null)}
          onRemoved={(streamer) => {
            setRemoved(streamer);
            setRequest(0);
            tabs.focus('favorite');
          }}
        />
        {openProblem !== null && <NotOpened problem={openProblem} optionsUrl={optionsUrl} />}
      </div>
    </>
  );
}

function panelProps(id: string, { selected }: StreamerTabsState) {
  return { id, role: 'tabpanel', 'aria-labelledby': tabIdOf(id, selected) } as const;
}

interface HeadProps extends HomeContentProps {
  panelId: string;
  onAdd: () => void;
  /** Called when the user selects a tab. */
  onSelect: () => void;
}

function Head(props: HeadProps) {
  const { index, unseen, tabs, panelId, onAdd, onSelect } = props;
  return (
    <div class="head">
      {index.streamers.length === 0 ? (
        <h1 class="product">{t('app.name')}</h1>
      ) : (
        <StreamerTabs
          streamers={index.streamers}
          unseen={unseen}
          selected={tabs.selected}
          onSelect={(streamer) => {
            tabs.select(streamer);
            onSelect();
          }}
          onAdd={index.account === null ? undefined : onAdd}
          isFocusAwaited={tabs.isFocusAwaited}
          onFocused={tabs.onFocused}
          panelId={panelId}
        />
      )}
    </div>
  );
}
