import { useCommand } from '@/components/hooks/use-command';
import { MessageText } from '@/components/text/MessageText';
import { Button, LinkButton } from '@/components/ui/form/Button';
import { Icon } from '@/components/ui/Icon';
import { logOut, settings } from '@/components/ui/icons';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import type { Profile } from '@/lib/settings/feed';
import styles from './AccountFooter.module.css';

interface AccountFooterProps {
  account: Profile | null;
  signOut: () => Promise<Reply<null>>;
  optionsUrl: string;
}

/** Shows who is signed in, with a button to sign out and a link to the options. */
export function AccountFooter({ account, signOut, optionsUrl }: AccountFooterProps) {
  const signingOut = useCommand(signOut);
  return (
    <footer class={styles.footer}>
      {account !== null && (
        <span class={styles.name}>
          <MessageText message={{ message: 'account.signed_in', params: { name: account.name } }} />
        </span>
      )}
      <span class={styles.actions}>
        {account !== null && (
          <Button look="quiet" isBusy={signingOut.isBusy} onClick={() => void signingOut.run()}>
            <Icon of={logOut} size={14} />
            {t('action.sign_out')}
          </Button>
        )}
        <LinkButton look="quiet" href={optionsUrl}>
          <Icon of={settings} size={14} />
          {t('action.open_options')}
        </LinkButton>
      </span>
      {signingOut.problem !== null && (
        <p class={styles.problem} role="alert">
          {t(`problem.${signingOut.problem}`)}
        </p>
      )}
    </footer>
  );
}
