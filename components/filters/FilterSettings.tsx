import { useState } from 'preact/hooks';
import { useFilterChange } from '@/components/hooks/use-filter-change';
import { useRosterChoices } from '@/components/hooks/use-roster-choices';
import { useSettings } from '@/components/hooks/use-settings';
import { StreamerSelect } from '@/components/settings/StreamerSelect';
import { useScrollTarget } from '@/components/ui/hooks/use-scroll-target';
import { EMPTY_ROSTER, listedBy } from '@/lib/domain/roster/roster';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { FiltersOfStreamer } from './FiltersOfStreamer';
import { ResettableFilters } from './ResettableFilters';

/** The filters of the lists and of the badge. Links lead here by `#filters`. */
export function FilterSettings({ send: sendCommand }: { send: typeof send }) {
  const settings = useSettings();
  const { roster = EMPTY_ROSTER, choose } = useRosterChoices(sendCommand);
  const { change, problem } = useFilterChange();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const section = useScrollTarget('filters', settings !== undefined);
  // A streamer that was removed on another page is chosen no longer.
  const streamer = listedBy(roster, chosenId ?? '');

  return (
    <section class="card" id="filters" aria-labelledby="filters-title" ref={section}>
      <h3 id="filters-title" tabIndex={-1}>
        {t('filter.title')}
      </h3>
      <p>{t('filter.why')}</p>
      <StreamerSelect roster={roster} chosenId={streamer?.id ?? null} onChoose={setChosenId} />
      {streamer === null || settings === undefined ? (
        <ResettableFilters
          filters={settings?.filters}
          change={change}
          problem={problem}
          resetText={t('filter.is_reset')}
        />
      ) : (
        <FiltersOfStreamer
          key={streamer.id}
          streamer={streamer}
          forAll={settings.filters}
          choose={(changed) => choose(streamer.id, changed)}
        />
      )}
    </section>
  );
}
