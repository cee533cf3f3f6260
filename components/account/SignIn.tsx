import { useCommand } from '@/components/hooks/use-command';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import styles from './SignIn.module.css';

/** Problems that the user can only solve in the options. */
const SOLVED_IN_OPTIONS: ReadonlySet<Problem> = new Set([
  'no_client_id',
  'invalid_client_id',
  'client_id_refused',
  'wrong_client_id',
  'redirect_mismatch',
]);

interface SignInProps {
  /** Why the last attempt failed, in the popup or elsewhere. */
  lastProblem: Problem | null;
  signIn: () => Promise<Reply<null>>;
  optionsUrl: string;
}

/** Explains why a sign-in is needed and offers it, with the problem of the last attempt. */
export function SignIn({ lastProblem, signIn, optionsUrl }: SignInProps) {
  const attempt = useCommand(signIn);
  const problem = attempt.isBusy ? null : (attempt.problem ?? lastProblem);
  return (
    <section class={styles.signIn}>
      <p class={styles.why}>{t('account.why')}</p>
      {problem !== null && (
        <Notice>
          {t(`problem.${problem}`)}
          {SOLVED_IN_OPTIONS.has(problem) && (
            <>
              {' '}
              <a class={styles.link} href={optionsUrl} target="_blank" rel="noopener noreferrer">
                {t('action.go_to_options')}
              </a>
            </>
          )}
        </Notice>
      )}
      <Button look="primary" isBusy={attempt.isBusy} onClick={() => void attempt.run()}>
        {t('action.sign_in')}
      </Button>
    </section>
  );
}
