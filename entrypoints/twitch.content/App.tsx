import { useEffect, useMemo, useState } from 'preact/hooks';
import { useCheckedIndex } from '@/components/hooks/use-checked-index';
import { useCommand } from '@/components/hooks/use-command';
import { useVisible } from '@/components/ui/hooks/use-visible';
import { channelOfPath } from '@/lib/domain/channel/channel-page';
import type { send } from '@/lib/messaging/client';
import { type FeedIndex, shownStreamer } from '@/lib/settings/feed';
import type { PanelChoice } from '@/lib/settings/panel-choice';
import { type PanelItems, storePanelChoice, watchPanelItems } from '@/lib/settings/panel-items';
import { type ShownFeed, shownFeedOf } from '@/lib/settings/shown-feed';
import styles from './App.module.css';
import type { PageState } from './page/page-state';
import { Panel } from './panel/Panel';
import { type PanelState, panelStateOf } from './panel/panel-state';
import { useAdded } from './panel/use-added';

interface AppProps {
  send: typeof send;
  /** Calls `onChange` with the state of the page, now and after every change, until `signal` aborts. */
  watchPage: (signal: AbortSignal, onChange: (page: PageState) => void) => void;
  reload: () => void;
  /** Returns true if an event comes from the user, and not from a script of the page. */
  isTrusted?: (event: Event) => boolean;
}

/** The panel on twitch.tv. Empty until the page and the stored items are read. */
export function App({ watchPage, ...rest }: AppProps) {
  const [page, setPage] = useState<PageState>();
  const [items, setItems] = useState<PanelItems>();
  const isVisible = useVisible();
  const [isCurrent, setIsCurrent] = useState(false);
  // In a hidden tab, nothing is read and nothing is measured.
  useEffect(() => {
    if (!isVisible) return undefined;
    const watching = new AbortController();
    let channel: string | null = null;
    const choose = (index: FeedIndex) => shownStreamer(index, channel)?.id ?? null;
    const chooseAgain = watchPanelItems(watching.signal, choose, (current) => {
      setItems(current);
      setIsCurrent(true);
    });
    watchPage(watching.signal, (current) => {
      setPage(current);
      channel = channelOfPath(current.pathname);
      chooseAgain();
    });
    return () => {
      watching.abort();
      setIsCurrent(false);
    };
  }, [isVisible, watchPage]);
  const index = useCheckedIndex(items?.index, isCurrent);
  const channel = page === undefined ? null : channelOfPath(page.pathname);
  const shown = useMemo(
    () => items && index && shownIn(items, index, channel),
    [items, index, channel],
  );
  if (page === undefined || shown === undefined || items === undefined) return null;
  return <PanelOnPage {...rest} {...{ page, isCurrent }} {...shown} choice={items.panel} />;
}

/** Returns what the panel shows on the page of a channel. */
function shownIn({ feed, unseen }: PanelItems, index: FeedIndex, channel: string | null) {
  const streamer = shownStreamer(index, channel);
  // Right after a change of the page, what is there still belongs to the one before.
  const isRead = feed?.streamerId === streamer?.id;
  const shown = shownFeedOf(index, streamer, { feed, unseen: isRead ? unseen : 0 });
  return { feed: shown, isRead };
}

const isByUser = (event: Event): boolean => event.isTrusted;

interface PanelOnPageProps extends Omit<AppProps, 'watchPage'> {
  page: PageState;
  feed: ShownFeed;
  /** False until the rows of the streamer have been read. */
  isRead: boolean;
  choice: PanelChoice;
  /** True while the user can see the page, and what was stored meanwhile has been read. */
  isCurrent: boolean;
}

function PanelOnPage(props: PanelOnPageProps) {
  const { send, reload, isTrusted = isByUser, page, feed, isCurrent } = props;
  const { placement, theme, isFullscreen } = page;
  const { added, add, undo, forget } = useAdded(page.pathname, send);
  // The one who was just added is shown, even if the panel was folded on the pages of others.
  const choice: PanelChoice =
    added === null ? props.choice : { ...props.choice, onFavorite: 'open' };
  const state: PanelState = { ...panelStateOf(feed, page, choice), isRead: props.isRead };
  const { channel } = state;
  const slot = state.isOpen ? placement.open : placement.folded;
  const signIn = useCommand(() => send('auth/begin', {}));
  const setFavorite = useCommand((userName: string) => send('favorite/set', { userName }));

  const [isDismissed, setIsDismissed] = useState(false);
  // Without the extension, the choice cannot be stored and a folded panel cannot be updated.
  if (state.isOrphaned && (isDismissed || !state.isOpen)) return null;

  // A script of the page can reach into the open shadow root and click there.
  // https://developer.mozilla.org/en-US/docs/Web/API/Event/isTrusted
  const byUser = (act: () => void) => (event: Event) => {
    if (isTrusted(event)) act();
  };

  return (
    <div
      class={styles.frame}
      data-theme={theme}
      hidden={isFullscreen}
      style={{
        '--right': `${slot.right}px`,
        '--top': `${slot.top}px`,
        '--width': `${slot.width}px`,
        '--height': `${slot.height}px`,
      }}
    >
      <Panel
        feed={feed}
        state={state}
        list={{ send, isTrusted, isShown: isCurrent && !isFullscreen }}
        signIn={{ ...signIn, run: byUser(() => void signIn.run()) }}
        makeFavorite={{
          ...setFavorite,
          run: byUser(() => channel !== null && void setFavorite.run(channel)),
        }}
        alsoListen={{ ...add, run: byUser(() => channel !== null && void add.run(channel)) }}
        undoAdd={{ ...undo, added, run: byUser(() => added !== null && void undo.run(added.id)) }}
        onToggle={byUser(() => {
          forget();
          if (state.isOrphaned) setIsDismissed(true);
          else void toggle(state, props.choice);
        })}
        onReload={byUser(reload)}
      />
    </div>
  );
}

async function toggle({ scope, isOpen }: PanelState, choice: PanelChoice): Promise<void> {
  await storePanelChoice({ ...choice, [scope]: isOpen ? 'folded' : 'open' });
}
