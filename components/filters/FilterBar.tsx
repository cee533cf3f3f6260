import { useCommand } from '@/components/hooks/use-command';
import { Notice } from '@/components/ui/Notice';
import { type Filter, isFiltering } from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { describeFilter } from './describe-filter';
import styles from './FilterBar.module.css';

interface FilterBarProps {
  /** The filter of the list below. */
  filter: Filter;
  setOnly: (isOn: boolean) => Promise<Reply<null>>;
  optionsUrl: string;
}

/** Above a list: narrows it to subs and cheers with one click, and leads to all filters. */
export function FilterBar({ filter, setOnly, optionsUrl }: FilterBarProps) {
  const only = useCommand(setOnly);
  return (
    <>
      <div class={styles.bar}>
        <button
          type="button"
          class={styles.toggle}
          aria-pressed={filter.subsAndCheersOnly}
          onClick={() => void only.run(!filter.subsAndCheersOnly)}
        >
          {t('filter.only')}
        </button>
        <a
          class={styles.link}
          href={`${optionsUrl}#filters`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('filter.title')}
        </a>
      </div>
      {only.problem !== null && <Notice>{t(`problem.${only.problem}`)}</Notice>}
      {isFiltering(filter) && <p class={styles.note}>{describeFilter(filter)}</p>}
    </>
  );
}
