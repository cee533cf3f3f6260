import { useState } from 'preact/hooks';
import { AsForAll } from '@/components/settings/AsForAll';
import { NotSaved } from '@/components/settings/NotSaved';
import type { Filters } from '@/lib/domain/filter/filter';
import type { Problem } from '@/lib/domain/problem';
import type { ListedStreamer, StreamerChoices } from '@/lib/domain/roster/roster';
import { isolated } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';
import { ResettableFilters } from './ResettableFilters';

interface FiltersOfStreamerProps {
  streamer: ListedStreamer;
  /** The filters of streamers without their own. */
  forAll: Filters;
  /** Returns why the change was not stored, or `null`. */
  choose: (change: (now: StreamerChoices) => Partial<StreamerChoices>) => Promise<Problem | null>;
}

/** The filters of one streamer. */
export function FiltersOfStreamer({ streamer, forAll, choose }: FiltersOfStreamerProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const { filters } = streamer.choices;

  async function change(by: (now: Filters) => Filters | null): Promise<void> {
    setProblem(await choose((now) => ({ filters: by(now.filters ?? forAll) })));
  }

  return (
    <>
      <AsForAll
        streamer={streamer}
        isOn={filters === null}
        onChange={(isOn) => void change((now) => (isOn ? null : now))}
      />
      {filters === null ? (
        problem !== null && <NotSaved problem={problem} />
      ) : (
        <ResettableFilters
          filters={filters}
          change={async (column, by) =>
            await change((now) => ({ ...now, [column]: by(now[column]) }))
          }
          problem={problem}
          resetText={t('filter.is_reset_for', { streamer: isolated(streamer.name) })}
        />
      )}
    </>
  );
}
