import { useEffect, useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
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
  const command = useCommand(setSubsAndCheersOnly);
  const { subsAndCheersOnly } = filter;
  // What the user has just chosen, until the stored filter has changed or could not be changed.
  const [chosen, setChosen] = useState<boolean>();
  useEffect(() => setChosen(undefined), [subsAndCheersOnly]);
  const isOn = chosen ?? subsAndCheersOnly;

  async function choose(): Promise<void> {
    setChosen(!isOn);
    if (!(await command.run(!isOn)).ok) setChosen(undefined);
  }

  return (
    <>
      <div class={styles.bar}>
        <button
          type="button"
          class={styles.toggle}
          aria-pressed={isOn}
          onClick={() => void choose()}
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
      {command.problem !== null && <Notice>{t(`problem.${command.problem}`)}</Notice>}
      {isFiltering(filter) && <p class={styles.note}>{describeFilter(filter)}</p>}
    </>
  );
}
