import { Switch } from '@/components/ui/form/Switch';
import type { Streamer } from '@/lib/domain/channel/channel';
import { isolated } from '@/lib/domain/untrusted-text';
import { t } from '@/lib/i18n/text';

interface AsForAllProps {
  streamer: Streamer;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** The switch that makes the settings of one streamer the same as those for all. */
export function AsForAll({ streamer, isOn, onChange }: AsForAllProps) {
  return (
    <Switch
      label={t('for.as_for_all')}
      description={t('for.as_for_all_why', { streamer: isolated(streamer.name) })}
      isOn={isOn}
      onChange={onChange}
    />
  );
}
