import { LiveBadge } from '@/components/ui/LiveBadge';
import type { BroadcastTimes } from '@/lib/domain/history/broadcast-times';
import type { Broadcast } from '@/lib/domain/history/broadcasts';
import { lengthText } from '@/lib/i18n/length';
import { t } from '@/lib/i18n/text';
import styles from './Broadcasts.module.css';

interface BroadcastStateProps {
  broadcast: Broadcast;
  times: BroadcastTimes | undefined;
}

/** Says how long a broadcast was, or that it goes on. */
export function BroadcastState({ broadcast, times }: BroadcastStateProps) {
  if (times === undefined) return null;
  const { state, from, until } = times;
  const length = lengthText(until - from);
  if (!broadcast.isStartKnown) return <Dim text={t('broadcasts.start_unknown')} />;
  if (state === 'unknown') return <Dim text={t('broadcasts.end_unknown')} />;
  if (state === 'ended') return <Dim text={t('broadcasts.length', { length })} />;
  return (
    <>
      <LiveBadge>{t('channel.live')}</LiveBadge>
      <Dim text={t('broadcasts.live', { length })} />
    </>
  );
}

function Dim({ text }: { text: string }) {
  return <span class={styles.dim}>{text}</span>;
}
