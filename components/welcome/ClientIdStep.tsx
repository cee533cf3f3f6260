import { useState } from 'preact/hooks';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import { RegisterAppStep } from '@/components/settings/RegisterAppStep';
import { MessageText } from '@/components/text/MessageText';
import { CopyField } from '@/components/ui/form/CopyField';
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
      <ol class="steps">
        <li>
          <RegisterAppStep />
        </li>
        <li>
          <p>
            <MessageText
              message={{
                message: 'options.client.step_redirect',
                params: { type: t('options.client.type') },
              }}
            />
          </p>
          <CopyField
            label={t('options.client.redirect')}
            value={redirectUrl}
            action={t('action.copy')}
            copiedAction={t('action.copied')}
          />
        </li>
        <li>{t('options.client.step_copy')}</li>
      </ol>
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
