import type { ComponentChildren } from 'preact';
import { isStreamerGone } from '@/components/streamers/streamer-gone';
import type { FeedIndex, IndexedStreamer, StreamerFeed } from '@/lib/settings/feed';
import styles from './StreamerHead.module.css';
import { StreamerHeader } from './StreamerHeader';
import { StreamerProblem } from './StreamerProblem';

interface StreamerHeadProps {
  index: FeedIndex;
  streamer: IndexedStreamer;
  feed: StreamerFeed;
  menu: ComponentChildren;
  /** Opens a stream. */
  watch: (url: string) => void;
}

/** The top of a streamer's tab: the channel, the menu, and what is not received from it. */
export function StreamerHead({ index, streamer, feed, menu, watch }: StreamerHeadProps) {
  return (
    <div class={styles.head}>
      <StreamerHeader
        streamer={streamer}
        channel={{ ...feed.channel, live: streamer.live }}
        isSignedIn={index.account !== null}
        lastHeard={index.lastHeard}
        isGone={isStreamerGone(index, streamer)}
        menu={menu}
        watch={watch}
      />
      <StreamerProblem index={index} streamer={streamer} />
    </div>
  );
}
