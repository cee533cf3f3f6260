import { Section } from '@/components/settings/navigation/Section';
import type { send as Send } from '@/lib/messaging/client';
import { HistorySettings } from './HistorySettings';
import { ResetSettings } from './ResetSettings';

/** The section about what is kept on this computer, and about going back to the defaults. */
export function StorageSection({ send }: { send: typeof Send }) {
  return (
    <Section id="storage">
      <HistorySettings deleteHistory={() => send('history/delete', {})} />
      <ResetSettings />
    </Section>
  );
}
