import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useCheckedIndex } from '@/components/hooks/use-checked-index';
import { useVisible } from '@/components/ui/hooks/use-visible';
import { channelOfPath } from '@/lib/domain/channel/channel-page';
import type { send } from '@/lib/messaging/client';
import { type FeedIndex, shownStreamer } from '@/lib/settings/feed';
import type { PanelChoice } from '@/lib/settings/panel-choice';
import { type PanelItems, watchPanelItems } from '@/lib/settings/panel-items';
import { type ShownFeed, shownFeedOf } from '@/lib/settings/shown-feed';
import type { PageState } from './page/page-state';
import type { WantedPlace } from './page/placement';
import type { answerMessages } from './page-messages';
import { Panel } from './panel/Panel';
import { Frame } from './panel/standing/Frame';
import { FullscreenMoments } from './panel/standing/FullscreenMoments';
import { useStanding } from './panel/standing/use-standing';
import { useAdded } from './panel/use-added';
import { useFolding } from './panel/use-folding';
import { usePanelActions } from './panel/use-panel-actions';
import { usePanelState } from './panel/use-panel-state';
import { recordingRows } from './recording/RecordingRows';
import { type RecordingOnPage, useRecording } from './recording/use-recording';

interface AppProps {
  send: typeof send;
  /**
   * Calls `onChange` with the state of the page, now and after every change, until `signal` aborts.
   * Returns a function that measures again, for when the user wants another place.
   */
  watchPage: (
    signal: AbortSignal,
    wantedPlace: () => WantedPlace,
    onChange: (page: PageState) => void,
  ) => () => void;
  reload: () => void;
  /** Answers what the background asks the panel. */
  answer: typeof answerMessages;
  /** Returns true if an event comes from the user, and not from a script of the page. */
  isTrusted?: (event: Event) => boolean;
}

/** The panel on twitch.tv. Empty until the page and the stored items are read. */
export function App({ watchPage, ...rest }: AppProps) {
  const [shownPage, setPage] = useState<PageState>();
  const [items, setItems] = useState<PanelItems>();
  const isVisible = useVisible();
  const [isCurrent, setIsCurrent] = useState(false);
  const recordedRef = useRef<{ login: string | null; choose?: () => void }>({ login: null });
  // In a hidden tab, nothing is read and nothing is measured.
  useEffect(() => {
    if (!isVisible) return undefined;
    const watching = new AbortController();
    let channel: string | null = null;
    let wanted: WantedPlace = {};
    const choose = (index: FeedIndex) =>
      shownStreamer(index, recordedRef.current.login ?? channel)?.id ?? null;
    const chooseAgain = watchPanelItems(watching.signal, choose, (current) => {
      setItems(current);
      setIsCurrent(true);
      if (isSamePlace(current.panel, wanted)) return;
      wanted = current.panel;
      measureAgain();
    });
    const measureAgain = watchPage(
      watching.signal,
      () => wanted,
      (current) => {
        setPage(current);
        channel = channelOfPath(current.pathname);
        chooseAgain();
      },
    );
    recordedRef.current.choose = chooseAgain;
    return () => {
      watching.abort();
      setIsCurrent(false);
    };
  }, [isVisible, watchPage]);
  const index = useCheckedIndex(items?.index, isCurrent);
  const recorded = useRecording(shownPage?.pathname, index, { send: rest.send, isCurrent });
  const login = loginOf(recorded);
  useLayoutEffect(() => {
    recordedRef.current.login = login;
    recordedRef.current.choose?.();
  }, [login]);
  const page = pageOf(shownPage, login);
  const channel = page === undefined ? null : channelOfPath(page.pathname);
  const shown = useMemo(
    () => items && index && shownIn(items, index, channel),
    [items, index, channel],
  );
  if (page === undefined || shown === undefined || items === undefined) return null;
  return (
    <PanelOnPage
      {...rest}
      {...{ page, recorded }}
      {...shown}
      isCurrent={isCurrent && recorded === null}
      choice={items.panel}
    />
  );
}

/** The page of a recording is one of the streamer, as the page of the channel is. */
function pageOf(page: PageState | undefined, recordedLogin: string | null): PageState | undefined {
  if (page === undefined || recordedLogin === null) return page;
  return { ...page, pathname: `/${recordedLogin}` };
}

function loginOf(recorded: RecordingOnPage | null): string | null {
  return recorded?.streamer.login ?? null;
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
  /**
   * True while the user can see the newest rows: the page is visible, what was stored meanwhile has
   * been read, and no recording takes their place.
   */
  isCurrent: boolean;
  /** The recording on the page; `null` on other pages. */
  recorded: RecordingOnPage | null;
}

function PanelOnPage(props: PanelOnPageProps) {
  const { send, reload, isTrusted = isByUser, page, feed, isCurrent } = props;
  const { isFullscreen } = page;
  const adding = useAdded(page.pathname, send);
  const { state, wish, toggle } = usePanelState({ ...props, hasAdded: adding.added !== null });
  const actions = usePanelActions({ channel: state.channel, send, adding, isTrusted, reload });

  const [isDismissed, setIsDismissed] = useState(false);
  const folding = useFolding({
    isOpen: state.isOpen,
    toggle: () => {
      adding.forget();
      if (state.isOrphaned) setIsDismissed(true);
      else toggle();
    },
    isTrusted,
    answer: props.answer,
  });
  const standing = useStanding({ ...props, isTrusted, wish, focusToggle: folding.focus });

  // Without the extension, the choice cannot be stored and a folded panel cannot be updated.
  if (state.isOrphaned && (isDismissed || !state.isOpen)) return null;
  return (
    <>
      <Frame
        page={page}
        isOpen={state.isOpen}
        dragged={standing.floating.slot}
        opacity={props.choice.opacity}
        appearance={feed.appearance}
      >
        <Panel
          {...{ feed, state, folding }}
          list={{ send, isTrusted, isShown: isCurrent && !isFullscreen }}
          recording={recordingRows(props.recorded, isTrusted)}
          {...actions}
          {...standing}
        />
      </Frame>
      {isFullscreen && <FullscreenMoments feed={feed} choice={props.choice} />}
    </>
  );
}

/** Returns true if the user wants the panel at the same place. */
function isSamePlace(a: WantedPlace, b: WantedPlace): boolean {
  return JSON.stringify([a.stand, a.floating]) === JSON.stringify([b.stand, b.floating]);
}
