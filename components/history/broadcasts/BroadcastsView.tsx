import type { HistoryViewProps } from '../view-props';
import { BroadcastList } from './BroadcastList';
import { BroadcastPage } from './BroadcastPage';
import styles from './Broadcasts.module.css';
import { useFocusAfterChange } from './use-focus-after-change';

/** Every broadcast of the log, or the timeline of one. */
export function BroadcastsView(props: HistoryViewProps) {
  const { broadcastId, streamerId, from, until } = props.address;
  const { scroller, heading } = useFocusAfterChange(broadcastId);
  return (
    <div ref={scroller} class={styles.scroller}>
      <div class={styles.column}>
        {broadcastId === null ? (
          <BroadcastList
            key={JSON.stringify([streamerId, from, until])}
            {...props}
            heading={heading}
          />
        ) : (
          <BroadcastPage key={broadcastId} {...props} name={broadcastId} heading={heading} />
        )}
      </div>
    </div>
  );
}
