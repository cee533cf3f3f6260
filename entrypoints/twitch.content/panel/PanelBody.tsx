import type { ComponentChildren } from 'preact';
import { watchStreamLink } from '@/components/favorite/watch-stream-link';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { StreamerProblem } from '@/components/streamers/StreamerProblem';
import { isStreamerGone } from '@/components/streamers/streamer-gone';
import { Icon } from '@/components/ui/Icon';
import { arrowUpRight } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import type { ShownFeed } from '@/lib/settings/shown-feed';
import { PageOffer } from './PageOffer';
import styles from './PanelBody.module.css';
import { PanelHeader } from './PanelHeader';
import { PanelRows } from './PanelRows';
import type { PanelActions, PanelListProps } from './panel-actions';
import type { PanelState } from './panel-state';
import { ChooseFavorite, Orphaned, SignedOut } from './SetUp';

interface PanelBodyProps extends PanelActions {
  feed: ShownFeed;
  state: PanelState;
  list: PanelListProps;
  /** The events of the recording on the page, in place of the newest; `null` on other pages. */
  recording: ComponentChildren;
}

/** The content of the open panel. */
export function PanelBody(props: PanelBodyProps) {
  const { feed } = props;
  return (
    // Dimmed: everything that is left of a sign-in that Twitch has ended.
    <div class={styles.body} data-dimmed={feed.account === null}>
      <div class={styles.head}>
        <PanelHeader {...feed} />
        {!props.state.isOrphaned && <ConnectionStatus connection={feed.connection} />}
        {feed.streamer !== null && <StreamerProblem index={feed} streamer={feed.streamer} />}
        <WatchLink feed={feed} state={props.state} />
      </div>
      <Content {...props} />
    </div>
  );
}

function Content({ feed, state, list, recording, signIn, onReload, ...offers }: PanelBodyProps) {
  const commands = [signIn, ...Object.values(offers)];
  const isUnreachable = commands.some(({ problem }) => problem === 'unreachable');
  if (state.isOrphaned || isUnreachable) return <Orphaned onReload={onReload} />;
  if (feed.account === null) {
    const { connection } = feed;
    const lastProblem = connection.state === 'signed_out' ? connection.problem : null;
    return (
      <>
        <SignedOut
          signIn={signIn}
          {...offers}
          lastProblem={lastProblem}
          hasEnded={feed.streamer !== null}
        />
        {recording ?? <PanelRows feed={feed} isRead={state.isRead} {...list} />}
      </>
    );
  }
  if (feed.streamer === null) {
    return <ChooseFavorite channel={state.channel} {...offers} />;
  }
  return (
    <>
      {recording ?? <PanelRows feed={feed} isRead={state.isRead} {...list} />}
      <PageOffer index={feed} channel={state.channel} {...offers} />
    </>
  );
}

/** The link to the stream of the streamer, except on its own page. */
function WatchLink({ feed, state }: Pick<PanelBodyProps, 'feed' | 'state'>) {
  const { streamer, channel } = feed;
  if (streamer === null || state.channel === streamer.login) return null;
  if (isStreamerGone(feed, streamer)) return null;
  return (
    <a
      class={styles.link}
      {...watchStreamLink(streamer, channel)}
      target="_blank"
      rel="noopener noreferrer"
    >
      {t('action.watch')}
      <Icon of={arrowUpRight} size={13} />
    </a>
  );
}
