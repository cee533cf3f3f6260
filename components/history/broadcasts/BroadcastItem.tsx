import { UntrustedText } from '@/components/text/UntrustedText';
import type { Broadcast } from '@/lib/domain/history/broadcasts';
import { HistoryLink } from '../HistoryLink';
import type { HistoryViewProps } from '../view-props';
import { BroadcastFacts } from './BroadcastFacts';
import { BroadcastState } from './BroadcastState';
import styles from './Broadcasts.module.css';
import { startText } from './start-text';
import { useBroadcast } from './use-broadcast';

interface BroadcastItemProps extends HistoryViewProps {
  broadcast: Broadcast;
}

/** A broadcast in the list. Its name leads to its timeline. */
export function BroadcastItem({ db, broadcast, address, streamers, go }: BroadcastItemProps) {
  const known = useBroadcast(db, broadcast);
  const streamer = streamers.find(({ id }) => id === broadcast.streamerId);
  return (
    <li class={styles.item}>
      <div class={styles.line}>
        <h3 class={styles.name}>
          <HistoryLink address={address} change={{ broadcastId: broadcast.id }} go={go}>
            <time datetime={new Date(broadcast.from).toISOString()}>
              {startText(broadcast.from)}
            </time>
          </HistoryLink>
        </h3>
        {address.streamerId === null && (
          <UntrustedText class={styles.streamer} text={streamer?.name ?? broadcast.streamerId} />
        )}
        <BroadcastState broadcast={broadcast} times={known.times} />
      </div>
      <BroadcastFacts broadcast={broadcast} known={known} go={go} />
    </li>
  );
}
