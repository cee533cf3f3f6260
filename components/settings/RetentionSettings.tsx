import { useId } from 'preact/hooks';
import { useSettings } from '@/components/hooks/use-settings';
import { Select } from '@/components/ui/form/Select';
import type { Retention } from '@/lib/domain/history/retention';
import { t } from '@/lib/i18n/text';
import { storeSettings } from '@/lib/settings/settings';

const DAYS = [30, 90, 180, 365];
const EVENTS = [50_000, 100_000, 500_000, 1_000_000];

const FOREVER = 'null';

/** How long events are kept, and what may go when there is no room for more. */
export function RetentionSettings() {
  const id = useId();
  const settings = useSettings();
  if (settings === undefined) return null;
  const { retention } = settings;

  function keep(change: Partial<Retention>): void {
    void storeSettings({ retention: { ...retention, ...change } });
  }

  return (
    <>
      <div class="keeping">
        <Select
          label={t('options.history.keep_days')}
          value={String(retention.days)}
          options={choices(DAYS, retention.days, (days) =>
            days === null
              ? t('options.history.for_ever')
              : t('options.history.days', { days }, days),
          )}
          onChoose={(value) => keep({ days: limitOf(value) })}
        />
        <Select
          label={t('options.history.keep_events')}
          value={String(retention.events)}
          options={choices(EVENTS, retention.events, (events) =>
            events === null
              ? t('options.history.any_number')
              : t('options.history.events', { events }, events),
          )}
          onChoose={(value) => keep({ events: limitOf(value) })}
        />
      </div>
      <p class="hint">{t('options.history.older')}</p>
      <div class="check">
        <input
          id={id}
          type="checkbox"
          checked={retention.makeRoom}
          onChange={(event) => keep({ makeRoom: event.currentTarget.checked })}
        />
        <label for={id}>{t('options.history.make_room')}</label>
      </div>
    </>
  );
}

/** What there is to choose from; what another machine chose is among it, whatever it is. */
function choices(
  limits: readonly number[],
  chosen: number | null,
  text: (limit: number | null) => string,
) {
  const all = [...new Set([...limits, chosen ?? []].flat())].toSorted((a, b) => a - b);
  return [...all, null].map((limit) => ({ value: String(limit), text: text(limit) }));
}

function limitOf(value: string): number | null {
  return value === FOREVER ? null : Number(value);
}
