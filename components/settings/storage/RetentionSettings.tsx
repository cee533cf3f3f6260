import { useId, useState } from 'preact/hooks';
import { useSettings } from '@/components/hooks/use-settings';
import { NotSaved } from '@/components/settings/NotSaved';
import { Select } from '@/components/ui/form/Select';
import type { Retention } from '@/lib/domain/history/retention';
import { type Problem, problemOf } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import { storeSettings } from '@/lib/settings/settings';

const DAY_LIMITS = [30, 90, 180, 365];
const EVENT_LIMITS = [50_000, 100_000, 500_000, 1_000_000];

/** The value of the option without a limit. */
const NO_LIMIT = 'null';

/** The settings for how long and how many events are kept, and what happens on a full disk. */
export function RetentionSettings() {
  const id = useId();
  const settings = useSettings();
  const [problem, setProblem] = useState<Problem | null>(null);
  if (settings === undefined) return null;
  const { retention } = settings;

  function store(change: Partial<Retention>): void {
    setProblem(null);
    storeSettings({ retention: { ...retention, ...change } }).catch((error) =>
      setProblem(problemOf(error)),
    );
  }

  return (
    <>
      <div class="keeping">
        <Select
          label={t('options.history.keep_days')}
          value={String(retention.days)}
          options={optionsFor(DAY_LIMITS, retention.days, (days) =>
            days === null
              ? t('options.history.any_age')
              : t('options.history.days', { days }, days),
          )}
          onChoose={(value) => store({ days: limitOf(value) })}
        />
        <Select
          label={t('options.history.keep_events')}
          value={String(retention.events)}
          options={optionsFor(EVENT_LIMITS, retention.events, (events) =>
            events === null
              ? t('options.history.any_number')
              : t('options.history.events', { events }, events),
          )}
          onChoose={(value) => store({ events: limitOf(value) })}
        />
      </div>
      <p class="hint">{t('options.history.older')}</p>
      <div class="check">
        <input
          id={id}
          type="checkbox"
          checked={retention.makeRoom}
          onChange={(event) => store({ makeRoom: event.currentTarget.checked })}
        />
        <label for={id}>{t('options.history.make_room')}</label>
      </div>
      {problem !== null && <NotSaved problem={problem} />}
    </>
  );
}

/** Returns the options for a limit, including a limit that only another version offers. */
function optionsFor(
  limits: readonly number[],
  chosen: number | null,
  text: (limit: number | null) => string,
) {
  const sorted = [...new Set([...limits, chosen ?? []].flat())].toSorted((a, b) => a - b);
  return [...sorted, null].map((limit) => ({ value: String(limit), text: text(limit) }));
}

function limitOf(value: string): number | null {
  return value === NO_LIMIT ? null : Number(value);
}
