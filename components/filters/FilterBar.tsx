import { useChosen } from '@/components/hooks/use-chosen';
import { Notice } from '@/components/ui/Notice';
import { type Filter, isFiltering } from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { describeFilter } from './describe-filter';
import styles from './FilterBar.module.css';

interface FilterBarProps {
  /** The filter of the list. */
  filter: Filter;
  setSubsAndCheersOnly: (isOn: boolean) => Promise<Reply<null>>;
  optionsUrl: string;
}

/** The bar above a list: a switch to show only subs and cheers, and a link to all filters. */
export function FilterBar({ filter, setSubsAndCheersOnly, optionsUrl }: FilterBarProps) {
  const only = useChosen(filter.subsAndCheersOnly, setSubsAndCheersOnly);
  return (
    <>
      <div class={styles.bar}>
        <button type="button" class={styles.toggle} aria-pressed={only.isOn} onClick={only.toggle}>
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
