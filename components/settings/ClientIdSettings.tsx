import { useState } from 'preact/hooks';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { TextField } from '@/components/ui/form/TextField';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import { t } from '@/lib/i18n/text';
import { clientIdItem, storeClientId } from '@/lib/settings/client-id';
import { Section } from './navigation/Section';
import { RegisterAppSteps } from './RegisterAppSteps';

interface ClientIdSettingsProps {
  redirectUrl: string;
  hasBuiltIn: boolean;
}

type Outcome = 'saved' | 'removed' | 'invalid';

/** The section for the user's own Client ID, with the steps to get one from Twitch. */
export function ClientIdSettings({ redirectUrl, hasBuiltIn }: ClientIdSettingsProps) {
  const stored = useStorageItem(clientIdItem);
  const [draft, setDraft] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>();
  const value = draft ?? stored ?? '';

  async function save(): Promise<void> {
    if (!(await storeClientId(value))) {
      setOutcome('invalid');
      return;
    }
    setDraft(undefined);
    setOutcome(value.trim() === '' ? 'removed' : 'saved');
  }

  return (
    <Section id="application">
      <div class="card">
        <p>{t('options.client.why')}</p>
        <RegisterAppSteps redirectUrl={redirectUrl} />
        <TextField
          label={t('options.client.label')}
          value={value}
          action={t('action.save')}
          problem={outcome === 'invalid' ? t('problem.invalid_client_id') : undefined}
          onInput={(text) => {
            setDraft(text);
            setOutcome(undefined);
          }}
          onSubmit={() => void save()}
        />
        <p class="hint">
          {t(hasBuiltIn ? 'options.client.built_in' : 'options.client.not_built_in')}
        </p>
        <div role="status">
          {outcome === 'saved' && <SuccessMessage>{t('options.client.saved')}</SuccessMessage>}
          {outcome === 'removed' && <SuccessMessage>{t('options.client.removed')}</SuccessMessage>}
        </div>
      </div>
    </Section>
  );
}
