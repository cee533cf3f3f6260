import { Select } from '@/components/ui/form/Select';
import { listedIn, type Roster } from '@/lib/domain/roster/roster';
import { isolated } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';

/** No streamer has this id. */
const ALL = '';

interface StreamerSelectProps {
  roster: Roster;
  /** The id of the chosen streamer; `null` for all. */
  chosenId: string | null;
  onChoose: (streamerId: string | null) => void;
}

/**
 * Chooses whom settings are for: all streamers, or one of them. Absent while there is only one and
 * nothing was chosen for it.
 */
export function StreamerSelect({ roster, chosenId, onChoose }: StreamerSelectProps) {
  const listed = listedIn(roster);
  const hasOwn = listed.some(
    ({ choices }) =>
      choices.recording !== null || choices.filters !== null || choices.notifications !== null,
  );
  if (listed.length < 2 && !hasOwn) return null;
  return (
    <Select
      label={t('for.label')}
      value={chosenId ?? ALL}
      options={[
        { value: ALL, text: t('for.all') },
        ...listed.map(({ id, name }) => ({ value: id, text: isolated(name) })),
      ]}
      onChoose={(value) => onChoose(value === ALL ? null : value)}
    />
  );
}
