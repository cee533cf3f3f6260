import { paramText, pieces, t } from '@/lib/i18n/text';

const CONSOLE_URL = 'https://dev.twitch.tv/console/apps/create';

/** The step to register an application with Twitch. The placeholder of its text becomes a link. */
export function RegisterAppStep() {
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
