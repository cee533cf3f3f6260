import { FilterSettings } from '@/components/filters/FilterSettings';
import { useSettings } from '@/components/hooks/use-settings';
import { Section } from '@/components/settings/navigation/Section';
import type { send as Send } from '@/lib/messaging/client';
import { MomentsSettings } from './MomentsSettings';

/** The section about the lists of events: which stand out as moments, and which are left out. */
export function ListsSection({ send }: { send: typeof Send }) {
  const settings = useSettings();
  return (
    <Section id="lists">
      {/* Together, so that nothing moves when a link has led to the second part. */}
      {settings !== undefined && (
        <>
          <MomentsSettings moments={settings.moments} />
          <FilterSettings send={send} />
        </>
      )}
    </Section>
  );
}
