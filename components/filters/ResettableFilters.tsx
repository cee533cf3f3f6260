import { useState } from 'preact/hooks';
import type { FilterChange } from '@/components/hooks/use-filter-change';
import { NotSaved } from '@/components/settings/NotSaved';
import { Button } from '@/components/ui/form/Button';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import { DEFAULT_FILTER, type Filters } from '@/lib/domain/filter/filter';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import { FilterTable } from './FilterTable';

interface ResettableFiltersProps {
  /** `undefined` until they are read. */
  filters: Filters | undefined;
  change: FilterChange;
  /** Why the last change was not stored. */
  problem: Problem | null;
  /** Says that the filters hide nothing now. */
  resetText: string;
}

/** All filters, with a button that resets them. */
export function ResettableFilters(props: ResettableFiltersProps) {
  const { filters, change, problem, resetText } = props;
  const [isReset, setIsReset] = useState(false);

  async function reset(): Promise<void> {
    await Promise.all([
      change('feed', () => DEFAULT_FILTER),
      change('badge', () => DEFAULT_FILTER),
    ]);
    setIsReset(true);
  }

  return (
    <>
      {filters !== undefined && (
        <FilterTable
          filters={filters}
          change={async (...args) => {
            setIsReset(false);
            await change(...args);
          }}
        />
      )}
      <div>
        <Button onClick={() => void reset()}>{t('filter.reset')}</Button>
      </div>
      {problem !== null && <NotSaved problem={problem} />}
      <div role="status">
        {isReset && problem === null && <SuccessMessage>{resetText}</SuccessMessage>}
      </div>
    </>
  );
}
