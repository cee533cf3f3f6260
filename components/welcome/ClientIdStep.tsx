import { useState } from 'preact/hooks';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { RegisterAppSteps } from '@/components/settings/RegisterAppSteps';
import { TextField } from '@/components/ui/form/TextField';
import { t } from '@/lib/i18n/text';
import { clientIdItem, storeClientId } from '@/lib/settings/client-id';

interface ClientIdStepProps {
  /** The OAuth redirect URL that the user must register with Twitch. */
  redirectUrl: string;
  onSaved: () => void;
}

/** The step before the sign-in, in a build without a Client ID: the user enters one. */
export function ClientIdStep({ redirectUrl, onSaved }: ClientIdStepProps) {
  const stored = useStorageItem(clientIdItem);
  const [draft, setDraft] = useState<string>();
  const [isInvalid, setIsInvalid] = useState(false);
  const value = draft ?? stored ?? '';

  async function save(): Promise<void> {
    const isStored = value.trim() !== '' && (await storeClientId(value));
    setIsInvalid(!isStored);
    if (isStored) onSaved();
  }

  return (
    <>
      <p class="lead">{t('welcome.client.why')}</p>
      <RegisterAppSteps redirectUrl={redirectUrl} />
      <TextField
        label={t('options.client.label')}
        value={value}
        action={t('action.save')}
        look="primary"
        problem={isInvalid ? t('problem.invalid_client_id') : undefined}
        onInput={(text) => {
          setDraft(text);
          setIsInvalid(false);
        }}
        onSubmit={() => void save()}
      />
    </>
  );
}
