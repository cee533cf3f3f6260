import { useId, useRef, useState } from 'preact/hooks';
import { EventIcon } from '@/components/feed/EventIcon';
import { GapMark } from '@/components/feed/GapMark';
import { MessageText } from '@/components/text/MessageText';
import { Button, LinkButton } from '@/components/ui/form/Button';
import { useNow } from '@/components/ui/hooks/use-now';
import { Icon } from '@/components/ui/Icon';
import { InvisibleText } from '@/components/ui/InvisibleText';
import { x } from '@/components/ui/icons';
import { jumpUrl } from '@/lib/domain/channel/recording';
import { AWAY_COUNTS, type Away } from '@/lib/domain/view/away';
import type { RowView } from '@/lib/domain/view/row-view';
import { t } from '@/lib/i18n/text';
import { absoluteTime, clockTime } from '@/lib/time';
import styles from './AwayCard.module.css';

interface AwayCardProps {
  /** What the user has missed; `null` if there is nothing to show. */
  away: Away | null;
  /** Marks everything as seen. Returns false if the click was not one of the user. */
  dismiss: (event: Event) => boolean;
  /** Called after the card was dismissed to see the whole list. */
  onShowAll?: (() => void) | undefined;
}

/** Sums up what the user has missed. Stands above the list, and begins where the user left. */
export function AwayCard({ away, dismiss, onShowAll }: AwayCardProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isDismissed, setIsDismissed] = useState(false);

  function close(event: Event): boolean {
    if (!dismiss(event)) return false;
    setIsDismissed(true);
    // The button with the focus goes away. From here, the next stop is the list.
    place.current?.focus();
    return true;
  }

  return (
    <div ref={place} tabIndex={-1} class={styles.place}>
      {away === null && isDismissed && <InvisibleText>{t('away.marked')}</InvisibleText>}
      {away !== null && (
        <Card away={away} onClose={close} onShowAll={(event) => close(event) && onShowAll?.()} />
      )}
    </div>
  );
}

interface CardProps {
  away: Away;
  onClose: (event: Event) => void;
  onShowAll: (event: Event) => void;
}

function Card({ away, onClose, onShowAll }: CardProps) {
  const titleId = useId();
  const { rows, hasMore, since, start } = away;
  const params = { count: rows, time: clockTime(since, useNow()) };
  return (
    <section class={styles.card} aria-labelledby={titleId}>
      <div class={styles.head}>
        <h2 id={titleId} class={styles.title}>
          {t('away.title')}
        </h2>
        <button
          type="button"
          class={styles.close}
          aria-label={t('away.close')}
          title={t('away.close')}
          onClick={onClose}
        >
          <Icon of={x} size={16} />
        </button>
      </div>
      <p class={styles.since}>
        {hasMore ? t('away.since_more', params) : t('away.since', params, rows)}
      </p>
      <Counts counts={away.counts} />
      <Biggest rows={away.biggest} />
      {away.gaps.map((gap) => (
        <GapMark key={gap.until} gap={gap} />
      ))}
      <div class={styles.actions}>
        <Button onClick={onShowAll}>{t('away.show_all')}</Button>
        {start !== null && (
          <LinkButton look="quiet" href={jumpUrl(start)}>
            {t('away.from_start')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}

function Counts({ counts }: Pick<Away, 'counts'>) {
  return (
    <ul class={styles.counts} role="list">
      {AWAY_COUNTS.map((name) => {
        const count = counts[name];
        if (count === undefined) return null;
        return (
          <li key={name}>
            <MessageText message={{ message: `away.${name}`, count, params: { count } }} />
          </li>
        );
      })}
    </ul>
  );
}

function Biggest({ rows }: { rows: readonly RowView[] }) {
  const now = useNow();
  if (rows.length === 0) return null;
  return (
    <ol class={styles.biggest} role="list" aria-label={t('away.biggest')}>
      {rows.map((row) => (
        <li key={row.id} class={styles.row}>
          <EventIcon row={row} />
          <p class={styles.sentence}>
            <MessageText message={row.message} />{' '}
            <time
              class={styles.time}
              datetime={new Date(row.createdAt).toISOString()}
              title={absoluteTime(row.createdAt)}
            >
              {clockTime(row.createdAt, now)}
            </time>
          </p>
        </li>
      ))}
    </ol>
  );
}
