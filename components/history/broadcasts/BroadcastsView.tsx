import { useFocusAfterChange } from '../frame/use-focus-after-change';
import { ViewFrame } from '../frame/ViewFrame';
import type { HistoryViewProps } from '../view-props';
import { BroadcastList } from './BroadcastList';
import { BroadcastPage } from './BroadcastPage';

/** Every broadcast of the log, or the timeline of one. */
export function BroadcastsView(props: HistoryViewProps) {
  const { broadcastId, streamerId, from, until } = props.address;
  const { scroller, heading } = useFocusAfterChange(broadcastId);
  return (
    <ViewFrame scroller={scroller} dates={broadcastId === null ? props : null}>
      {broadcastId === null ? (
        <BroadcastList
          key={JSON.stringify([streamerId, from, until])}
          {...props}
          heading={heading}
        />
      ) : (
        <BroadcastPage key={broadcastId} {...props} name={broadcastId} heading={heading} />
      )}
    </ViewFrame>
  );
}
