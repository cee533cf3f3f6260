import { UntrustedText } from '@/components/text/UntrustedText';
import { Icon } from '@/components/ui/Icon';
import { circlePlay } from '@/components/ui/icons';
import { familyStyle } from '@/components/ui/palette';
import { jumpUrl } from '@/lib/domain/channel/recording';
import type { BroadcastTimes } from '@/lib/domain/history/broadcast-times';
import type { Broadcast } from '@/lib/domain/history/broadcasts';
import { listenedShare, type Span, wholePercent } from '@/lib/domain/history/listened';
import { familiesIn, type Slot, totalsOf } from '@/lib/domain/history/slots';
import { SLOT_MS } from '@/lib/domain/log-index/hour';
import { choicesOf, FAMILIES } from '@/lib/domain/statistics/family';
import { WHOLE_HISTORY } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import { SECOND } from '@/lib/time';
import { FAMILY_COLORS } from '../charts/family-look';
import { HistoryLink } from '../HistoryLink';
import type { GoTo } from '../view-props';
import styles from './Facts.module.css';
import { goToRows, rowsOf } from './rows-of';
import { clockText } from './start-text';
import type { KnownBroadcast } from './use-broadcast';

interface BroadcastFactsProps {
  broadcast: Broadcast;
  known: KnownBroadcast;
  go: GoTo;
}

/** The titles of a broadcast, how much of it was listened to, and what happened. */
export function BroadcastFacts({ broadcast, known, go }: BroadcastFactsProps) {
  const { times, span, slots, titles = [], recording } = known;
  return (
    <>
      <Titles titles={titles} />
      {times !== undefined && <Hearing times={times} />}
      {span !== undefined && slots !== undefined && (
        <Totals broadcast={broadcast} span={span} slots={slots} go={go} />
      )}
      {recording !== null && (
        <a
          class={styles.recording}
          href={jumpUrl({ videoId: recording.id, seconds: 0 })}
          target="_blank"
          rel="noopener noreferrer"
        >
          <Icon of={circlePlay} size={15} />
          {t('broadcasts.recording')}
        </a>
      )}
    </>
  );
}

function Titles({ titles: [first, ...others] }: { titles: readonly string[] }) {
  if (first === undefined) return null;
  const count = new Set(others.filter((title) => title !== first)).size;
  return (
    <p class={styles.titles}>
      <UntrustedText text={first} />{' '}
      {count > 0 && <span class={styles.dim}>{t('broadcasts.more_titles', { count }, count)}</span>}
    </p>
  );
}

const duration = (ms: number) => ({ duration: { seconds: Math.round(ms / SECOND) } });

/** Says how much was listened to. Of a time in which nobody listened, no number is all. */
function Hearing({ times: { listened, late, early } }: { times: BroadcastTimes }) {
  if (listened === null) return <p class={styles.dim}>{t('broadcasts.listened_unknown')}</p>;
  const share = listenedShare([listened]);
  if (share === null) return null;
  if (share === 0) return <p class={styles.missing}>{t('broadcasts.not_listened')}</p>;
  const percent = wholePercent(share);
  const parts = [
    t('broadcasts.listened', { percent }),
    ...(late > 0 ? [t('broadcasts.late', duration(late))] : []),
    ...(early > 0 ? [t('broadcasts.early', duration(early))] : []),
  ];
  return <p class={percent === 100 ? styles.dim : styles.missing}>{parts.join(' · ')}</p>;
}

interface TotalsProps {
  broadcast: Broadcast;
  span: Span;
  slots: readonly Slot[];
  go: GoTo;
}

/** What happened, by family, with the five minutes in which most did. Each leads to its events. */
function Totals({ broadcast, span, slots, go }: TotalsProps) {
  const { counts, bits, events, peak } = totalsOf(slots);
  const families = familiesIn(counts);
  const rows = rowsOf(broadcast, span);
  if (events === 0) return <p class={styles.dim}>{t('broadcasts.no_events')}</p>;
  const link = { address: WHOLE_HISTORY, go: goToRows(go) };
  return (
    <>
      <ul class={styles.totals} role="list">
        <li>
          <HistoryLink class={styles.total} change={rows} {...link}>
            {t('broadcasts.events', { count: events }, events)}
          </HistoryLink>
        </li>
        {FAMILIES.filter((family) => families[family] > 0).map((family) => (
          <li key={family} data-family={family} style={familyStyle(FAMILY_COLORS[family])}>
            <HistoryLink
              class={styles.total}
              change={{ ...rows, kinds: choicesOf(family) }}
              {...link}
            >
              {t(`broadcasts.family.${family}`, { count: families[family] }, families[family])}
            </HistoryLink>
          </li>
        ))}
        {bits > 0 && <li class={styles.bits}>{t('broadcasts.bits', { count: bits }, bits)}</li>}
      </ul>
      {peak !== null && (
        <p>
          <HistoryLink
            class={styles.peak}
            change={rowsOf(broadcast, {
              from: Math.max(span.from, peak.at),
              until: Math.min(span.until, peak.at + SLOT_MS),
            })}
            {...link}
          >
            {t('broadcasts.peak', { time: clockText(peak.at), count: peak.events }, peak.events)}
          </HistoryLink>
        </p>
      )}
    </>
  );
}
