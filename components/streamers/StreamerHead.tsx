import type { ComponentChildren } from 'preact';
import { isStreamerGone } from '@/components/streamers/streamer-gone';
import type { send } from '@/lib/messaging/client';
import type { FeedIndex, IndexedStreamer, StreamerFeed } from '@/lib/settings/feed';
import styles from './StreamerHead.module.css';
import { StreamerHeader } from './StreamerHeader';
import { StreamerProblem } from './StreamerProblem';
import { useViewers } from './use-viewers';

interface StreamerHeadProps {
  index: FeedIndex;
  streamer: IndexedStreamer;
  feed: StreamerFeed;
  menu: ComponentChildren;
  /** Opens a stream. */
  watch: (url: string) => void;
  send: typeof send;
}

/** The top of a streamer's tab: the channel, the menu, and what is not received from it. */
export function StreamerHead(props: StreamerHeadProps) {
  const { index, streamer, feed, menu, watch, send } = props;
  const isSignedIn = index.account !== null;
  const viewers = useViewers(isSignedIn && streamer.live !== null ? streamer.id : null, send);
  return (
    <div class={styles.head}>
      <StreamerHeader
        streamer={streamer}
        channel={{ ...feed.channel, live: streamer.live }}
        viewers={viewers}
        isSignedIn={isSignedIn}
        lastHeard={index.lastHeard}
        isGone={isStreamerGone(index, streamer)}
        menu={menu}
        watch={watch}
      />
      <StreamerProblem index={index} streamer={streamer} />
    </div>
  );
}
