import { useCommand } from '@/components/hooks/use-command';
import type { StreamerTabsState } from '@/components/streamers/use-streamer-tabs';
import { Button, LinkButton } from '@/components/ui/form/Button';
import { type Remedy, remedyOf } from '@/lib/domain/connection/trouble';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { FeedIndex } from '@/lib/settings/feed';
import styles from './Foot.module.css';

interface MendProps {
  index: Pick<FeedIndex, 'connection'>;
  tabs: Pick<StreamerTabsState, 'focus'>;
  send: typeof send;
  optionsUrl: string;
}

/** The one button that mends the connection. Empty if nothing is wrong, or no button helps. */
export function Mend(props: MendProps) {
  const remedy = remedyOf(props.index.connection);
  return remedy === null ? null : <MendButton {...props} remedy={remedy} />;
}

function MendButton({ remedy, tabs, send, optionsUrl }: MendProps & { remedy: Remedy }) {
  const signIn = useCommand(() => send('auth/begin', {}));
  const retry = useCommand(() => send('connection/retry', {}));
  const problem = signIn.problem ?? retry.problem;
  return (
    <div class={styles.mend}>
      {remedy === 'sign_in' && (
        <Button look="primary" isBusy={signIn.isBusy} onClick={() => void signIn.run()}>
          {t('action.sign_in')}
        </Button>
      )}
      {remedy === 'retry' && (
        <Button isBusy={retry.isBusy} onClick={() => void retry.run()}>
          {t('popup.retry')}
        </Button>
      )}
      {remedy === 'free_space' && (
        <LinkButton href={`${optionsUrl}#history`}>{t('popup.free_space')}</LinkButton>
      )}
      {remedy === 'recover' && (
        <LinkButton href={optionsUrl}>{t('action.go_to_options')}</LinkButton>
      )}
      {remedy === 'choose' && (
        <Button onClick={() => chooseFavorite(tabs)}>{t('popup.choose')}</Button>
      )}
      {problem !== null && (
        <p class={styles.problem} role="alert">
          {t(`problem.${problem}`)}
        </p>
      )}
    </div>
  );
}

/** Moves the focus to the box to enter another favorite, or to the tab that has it. */
function chooseFavorite(tabs: MendProps['tabs']): void {
  const box = document.querySelector<HTMLInputElement>('.favorite input');
  if (box === null) return tabs.focus('favorite');
  box.focus();
  box.select();
}
