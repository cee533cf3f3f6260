import { useState } from 'preact/hooks';
import { useFilterChange } from '@/components/hooks/use-filter-change';
import { useSettings } from '@/components/hooks/use-settings';
import { NotSaved } from '@/components/settings/NotSaved';
import { Button } from '@/components/ui/form/Button';
import { useScrollTarget } from '@/components/ui/hooks/use-scroll-target';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import { DEFAULT_FILTER } from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';
import { FilterTable } from './FilterTable';

/** The section with the filters of the lists and of the badge. Links lead here by `#filters`. */
export function FilterSettings() {
  const settings = useSettings();
  const { change, problem } = useFilterChange();
  const [isReset, setIsReset] = useState(false);
  const section = useScrollTarget('filters', settings !== undefined);

  async function reset(): Promise<void> {
    await Promise.all([
      change('feed', () => DEFAULT_FILTER),
      change('badge', () => DEFAULT_FILTER),
    ]);
    setIsReset(true);
  }

  return (
    <section class="card" id="filters" aria-labelledby="filters-title" ref={section}>
      <h2 id="filters-title">{t('filter.title')}</h2>
      <p>{t('filter.why')}</p>
      {settings !== undefined && (
        <FilterTable
          filters={settings.filters}
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
        {isReset && problem === null && <SuccessMessage>{t('filter.is_reset')}</SuccessMessage>}
      </div>
    </section>
  );
}
