import { useCommand } from '@/components/hooks/use-command';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import { type Problem, SOLVED_IN_OPTIONS, signInProblem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { SetUpStep } from './SetUpStep';
import styles from './SignIn.module.css';

interface SignInProps {
  /** Why nobody is signed in: what is missing, or why the last attempt failed anywhere. */
  lastProblem: Problem | null;
  /** True if there was a sign-in that Twitch has ended: the user knows what it is for. */
  hasEnded: boolean;
  signIn: () => Promise<Reply<null>>;
  optionsUrl: string;
}

/** Explains why a sign-in is needed and offers it, with the problem of the last attempt. */
export function SignIn({ lastProblem, hasEnded, signIn, optionsUrl }: SignInProps) {
  const attempt = useCommand(signIn);
  const problem = attempt.isBusy ? null : signInProblem(attempt.problem, lastProblem);
  return (
    <section class={styles.signIn}>
      {!hasEnded && <SetUpStep step={1} />}
      {!hasEnded && <p class={styles.why}>{t('account.why')}</p>}
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
