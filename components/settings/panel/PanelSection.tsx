import { useSettings } from '@/components/hooks/use-settings';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { Section } from '@/components/settings/navigation/Section';
import { panelChoiceItem } from '@/lib/settings/panel-choice';
import { AppearanceSettings } from './AppearanceSettings';
import { StandSettings } from './StandSettings';

/** The section about the panel on Twitch, and about how all screens look. */
export function PanelSection() {
  const settings = useSettings();
  const choice = useStorageItem(panelChoiceItem);
  return (
    <Section id="panel">
      {settings !== undefined && choice !== undefined && (
        <>
          <StandSettings choice={choice} />
          <AppearanceSettings appearance={settings.appearance} />
        </>
      )}
    </Section>
  );
}
