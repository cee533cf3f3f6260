import { MessageText } from '@/components/text/MessageText';
import { CopyField } from '@/components/ui/form/CopyField';
import { paramText, pieces, t } from '@/lib/i18n/text';
import styles from './RegisterAppSteps.module.css';

const CONSOLE_URL = 'https://dev.twitch.tv/console/apps/create';

/** The steps to register an application with Twitch and to get its Client ID. */
export function RegisterAppSteps({ redirectUrl }: { redirectUrl: string }) {
  return (
    <ol class={styles.steps}>
      <li>
        <RegisterApp />
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
  );
}

/** The placeholder of the text becomes a link. */
function RegisterApp() {
  const message = {
    message: 'options.client.step_register' as const,
    params: { console: t('options.client.console') },
  };
  return (
    <p>
      {pieces(message).map((piece) =>
        'words' in piece ? (
          piece.words
        ) : (
          <a key="console" href={CONSOLE_URL} target="_blank" rel="noopener noreferrer">
            {paramText(piece.param)}
          </a>
        ),
      )}
    </p>
  );
}
