import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import { useNow } from '@/components/ui/hooks/use-now';
import type { Span } from '@/lib/domain/history/spans';
import { t } from '@/lib/i18n/text';
import type { PeopleListsProps } from './Lists';
import styles from './Lists.module.css';

interface ReadingProps extends Pick<PeopleListsProps, 'go' | 'heading'> {
  span: Span;
  /** Up to when all is read; `undefined` before the first events. */
  upTo: number | undefined;
}

/** How much is read, with a way out. */
export function Reading({ span, upTo, go, heading }: ReadingProps) {
  const now = useNow();
  const place = useRef<HTMLDivElement>(null);
  const hasButton = upTo !== undefined;
  useLayoutEffect(() => {
    const [around, target] = [place.current, heading.current];
    // This happens before the button is taken out of the page, and its focus must not go with it.
    return () => {
      if (around?.contains(document.activeElement)) target?.focus({ preventScroll: true });
    };
  }, [heading, hasButton]);
  if (upTo === undefined) return <p class={styles.empty}>{t('feed.loading')}</p>;
  const end = Math.min(span.until, now);
  return (
    <div ref={place} class={styles.reading}>
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
