import { Button } from '@/components/ui/form/Button';
import { useNow } from '@/components/ui/hooks/use-now';
import { Notice } from '@/components/ui/Notice';
import { spanOfDates } from '@/lib/db/feed/log/address-filter';
import type { Span } from '@/lib/domain/history/spans';
import { t } from '@/lib/i18n/text';
import type { GoTo, HistoryViewProps } from '../view-props';
import { areEmpty, Lists } from './Lists';
import styles from './Lists.module.css';
import { FEW } from './TopCard';
import { RANKINGS } from './top-lists';
import { useListsOfTime } from './use-lists-of-time';

/** The lists of the dates that are chosen. */
export function PeopleOfTime({ db, address, streamers, go }: HistoryViewProps) {
  const { streamerId } = address;
  const span = spanOfDates(address);
  const query = { streamerId, rankings: RANKINGS, limit: FEW + 1, span };
  const { lists, upTo, hasFailed } = useListsOfTime(db, query);
  if (hasFailed) return <Notice>{t('feed.failed')}</Notice>;
  if (lists === undefined) return <Reading {...{ span, upTo, go }} />;
  if (areEmpty(lists)) return <p class={styles.empty}>{t('people.empty_time')}</p>;
  const { more } = lists;
  return <Lists why="people.why_time" {...{ value: lists, more, address, streamers, go }} />;
}

/** How much is read, with a way out. */
function Reading({ span, upTo, go }: { span: Span; upTo: number | undefined; go: GoTo }) {
  const now = useNow();
  if (upTo === undefined) return <p class={styles.empty}>{t('feed.loading')}</p>;
  const end = Math.min(span.until, now);
  return (
    <div class={styles.reading}>
      <label>
        {t('people.reading')}
        <Part done={(upTo - span.from) / (end - span.from)} />
      </label>
      <Button look="quiet" onClick={() => go({ from: null, until: null })}>
        {t('people.all_time')}
      </Button>
    </div>
  );
}

/** Of a time without a beginning, it is not known how much there is. */
function Part({ done }: { done: number }) {
  return Number.isFinite(done) ? <progress max={1} value={done} /> : <progress />;
}
