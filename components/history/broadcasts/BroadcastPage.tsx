import type { RefObject } from 'preact';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { UntrustedText } from '@/components/text/UntrustedText';
import { Notice } from '@/components/ui/Notice';
import {
  type FoundBroadcast,
  findBroadcast,
  streamerOfBroadcast,
} from '@/lib/db/broadcasts/broadcasts';
import type { Broadcast } from '@/lib/domain/history/broadcasts';
import { t } from '@/lib/i18n/text';
import { BackLink } from '../frame/BackLink';
import { ViewHeading } from '../frame/ViewFrame';
import { HistoryLink } from '../HistoryLink';
import type { HistoryViewProps } from '../view-props';
import { BroadcastFacts } from './BroadcastFacts';
import { BroadcastState } from './BroadcastState';
import styles from './Broadcasts.module.css';
import { startText } from './start-text';
import { Timeline } from './timeline/Timeline';
import { useBroadcast } from './use-broadcast';

interface BroadcastPageProps extends HistoryViewProps {
  /** What the address calls the broadcast. */
  name: string;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** One broadcast: what is known of it, its timeline, and the way to those around it. */
export function BroadcastPage({ name, heading, ...props }: BroadcastPageProps) {
  const { address, go } = props;
  const { found, hasFailed } = useFound(props, name);
  return (
    <>
      <BackLink address={address} change={{ broadcastId: null }} go={go}>
        {t('broadcasts.all')}
      </BackLink>
      <div class={styles.line}>
        <ViewHeading heading={heading}>
          {found ? startText(found.broadcast.from) : t('broadcasts.heading')}
        </ViewHeading>
        {found && <StreamerName {...props} id={found.broadcast.streamerId} />}
      </div>
      {hasFailed && <Notice>{t('broadcasts.failed')}</Notice>}
      {found ? (
        <>
          <Known {...props} broadcast={found.broadcast} />
          <Around found={found} address={address} go={go} />
        </>
      ) : (
        !hasFailed && (
          <p class={styles.empty}>{t(found === null ? 'broadcasts.gone' : 'feed.loading')}</p>
        )
      )}
    </>
  );
}

function StreamerName({ streamers, id }: Pick<HistoryViewProps, 'streamers'> & { id: string }) {
  const streamer = streamers.find((each) => each.id === id);
  return <UntrustedText class={styles.streamer} text={streamer?.name ?? id} />;
}

/** Returns the broadcast; `null` if nothing of it is left. */
function useFound({ db }: Pick<HistoryViewProps, 'db'>, name: string) {
  const streamer = useLiveQuery(() => streamerOfBroadcast(db, name), [db, name]);
  const id = streamer.value;
  const found = useLiveQuery<FoundBroadcast | null | undefined>(
    // Without a streamer, there is no broadcast; until one is known, there may be.
    async () => (typeof id === 'string' ? await findBroadcast(db, id, name) : id),
    [db, id, name],
  );
  return { found: found.value, hasFailed: streamer.hasFailed || found.hasFailed };
}

type KnownProps = Pick<HistoryViewProps, 'db' | 'go'> & { broadcast: Broadcast };

function Known({ db, broadcast, go }: KnownProps) {
  const known = useBroadcast(db, broadcast);
  return (
    <>
      <div class={styles.item}>
        <div class={styles.line}>
          <BroadcastState broadcast={broadcast} times={known.times} />
        </div>
        <BroadcastFacts broadcast={broadcast} known={known} go={go} />
        {known.hasFailed && <Notice>{t('broadcasts.failed')}</Notice>}
      </div>
      <Timeline db={db} broadcast={broadcast} known={known} go={go} />
    </>
  );
}

interface AroundProps extends Pick<HistoryViewProps, 'address' | 'go'> {
  found: FoundBroadcast;
}

/** Leads to the broadcasts before and after this one. */
function Around({ found: { before, after }, address, go }: AroundProps) {
  const link = (broadcast: Broadcast, text: string) => (
    <HistoryLink
      class={styles.around}
      address={address}
      change={{ broadcastId: broadcast.id }}
      go={go}
    >
      {text}
    </HistoryLink>
  );
  if (before === null && after === null) return null;
  return (
    <nav class={styles.line} aria-label={t('broadcasts.others')}>
      {before && link(before, t('broadcasts.before', { time: startText(before.from) }))}
      {after && link(after, t('broadcasts.after', { time: startText(after.from) }))}
    </nav>
  );
}
