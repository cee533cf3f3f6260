import { useCallback, useEffect, useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
import { useMarkSeen } from '@/components/hooks/use-mark-seen';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { useVisible } from '@/components/ui/hooks/use-visible';
import type { send } from '@/lib/messaging/client';
import { type Feed, feedItem } from '@/lib/settings/feed';
import { type PanelChoice, panelChoiceItem } from '@/lib/settings/items';
import styles from './App.module.css';
import type { PageState } from './page/page-state';
import { Panel } from './panel/Panel';
import { type PanelState, panelStateOf } from './panel/panel-state';

interface AppProps {
  send: typeof send;
  watch: (onChange: (surroundings: PageState) => void) => void;
  reload: () => void;
  /** Whether an event comes from the user, and not from a script of the page. */
  isTrusted?: (event: Event) => boolean;
}

/** The panel on twitch.tv, once everything it needs is known. */
export function App({ watch, ...rest }: AppProps) {
  const [surroundings, setSurroundings] = useState<PageState>();
  // The page is watched for as long as this script lives, which is as long as the panel does.
  useEffect(() => watch(setSurroundings), [watch]);
  const feed = useStorageItem(feedItem);
  const choice = useStorageItem(panelChoiceItem);
  if (surroundings === undefined || feed === undefined || choice === undefined) return null;
  return <Placed {...rest} surroundings={surroundings} feed={feed} choice={choice} />;
}

interface PlacedProps extends Omit<AppProps, 'watch'> {
  surroundings: PageState;
  feed: Feed;
  choice: PanelChoice;
}

function Placed(props: PlacedProps) {
  const { send, reload, isTrusted = (event) => event.isTrusted, surroundings, feed } = props;
  const { placement: place, theme, isFullscreen } = surroundings;
  const scene = panelStateOf(feed, surroundings, props.choice);
  const signIn = useCommand(() => send('auth/begin', {}));
  const setFavorite = useCommand((userName: string) => send('favorite/set', { userName }));

  const markSeen = useCallback((upTo: number) => void send('feed/seen', { upTo }), [send]);
  const isVisible = useVisible();
  const [isDismissed, setIsDismissed] = useState(false);
  useMarkSeen(feed.newestSeq, scene.isOpen && isVisible && !isFullscreen, markSeen);

  // Nothing can be remembered any more: what is folded now has nothing to say.
  if (scene.isOrphaned && (isDismissed || !scene.isOpen)) return null;

  // A script of the page can reach into an open shadow root and click there.
  const byUser = (act: () => void) => (event: Event) => {
    if (isTrusted(event)) act();
  };

  return (
    <div
      class={styles.frame}
      data-theme={theme}
      hidden={isFullscreen}
      style={{
        '--right': `${place.right}px`,
        '--top': `${place.top}px`,
        '--height': `${place.height}px`,
      }}
    >
      <Panel
        feed={feed}
        scene={scene}
        signIn={{ ...signIn, run: byUser(() => void signIn.run()) }}
        makeFavorite={{
          ...setFavorite,
          run: byUser(() => scene.channel !== null && void setFavorite.run(scene.channel)),
        }}
        onToggle={byUser(() =>
          scene.isOrphaned ? setIsDismissed(true) : void toggle(scene, props.choice),
        )}
        onReload={byUser(reload)}
      />
    </div>
  );
}

async function toggle({ scope, isOpen }: PanelState, choice: PanelChoice): Promise<void> {
  await panelChoiceItem.setValue({ ...choice, [scope]: isOpen ? 'folded' : 'open' });
}
