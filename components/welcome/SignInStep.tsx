import type { IconNode } from 'lucide';
import { useCommand } from '@/components/hooks/use-command';
import { MessageText } from '@/components/text/MessageText';
import { Button } from '@/components/ui/form/Button';
import { Icon } from '@/components/ui/Icon';
import { heart, messageSquareText, shieldCheck } from '@/components/ui/icons';
import { Notice } from '@/components/ui/Notice';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import { type Problem, SOLVED_IN_OPTIONS, signInProblem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import type { Profile } from '@/lib/settings/feed';
import styles from './SignInStep.module.css';

interface SignInStepProps {
  account: Profile | null;
  /** Why the last attempt failed anywhere. */
  lastProblem: Problem | null;
  signIn: () => Promise<Reply<null>>;
  /** True if the Client ID is a step of this page. */
  hasClientIdStep: boolean;
  onContinue: () => void;
}

/** The step in which the user signs in: what Twitch asks, and why. */
export function SignInStep(props: SignInStepProps) {
  const { account, lastProblem, signIn, hasClientIdStep, onContinue } = props;
  const attempt = useCommand(signIn);
  const problem = attempt.isBusy ? null : signInProblem(attempt.problem, lastProblem);
  if (account !== null) {
    return (
      <>
        <SuccessMessage>
          <span>
            <MessageText
              message={{ message: 'account.signed_in', params: { name: account.name } }}
            />
          </span>
        </SuccessMessage>
        <div class="actions">
          <Button look="primary" onClick={onContinue}>
            {t('welcome.continue')}
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <p class="lead">{t('welcome.sign_in.asks')}</p>
      <ul class={styles.reasons}>
        <Reason icon={messageSquareText} what={t('welcome.sign_in.chat')}>
          {t('welcome.sign_in.chat_why')}
        </Reason>
        <Reason icon={heart} what={t('welcome.sign_in.follows')}>
          {t('welcome.sign_in.follows_why')}
        </Reason>
      </ul>
      {problem !== null && (
        <Notice>
          {t(`problem.${problem}`)}
          {SOLVED_IN_OPTIONS.has(problem) && (
            <>
              {' '}
              <SolvedThere isHere={hasClientIdStep} />
            </>
          )}
        </Notice>
      )}
      <div class="actions">
        <Button look="primary" isBusy={attempt.isBusy} onClick={() => void attempt.run()}>
          {t('action.sign_in')}
        </Button>
      </div>
      <p class={styles.private}>
        <Icon of={shieldCheck} size={16} class={styles.shield} />
        <span>{t('welcome.sign_in.private')}</span>
      </p>
    </>
  );
}

interface ReasonProps {
  icon: IconNode;
  what: string;
  children: string;
}

function Reason({ icon, what, children }: ReasonProps) {
  return (
    <li class={styles.reason}>
      <span class={styles.icon}>
        <Icon of={icon} size={20} />
      </span>
      <div>
        <p class={styles.what}>{what}</p>
        <p class={styles.why}>{children}</p>
      </div>
    </li>
  );
}

/** The link to where a wrong Client ID can be corrected. */
function SolvedThere({ isHere }: { isHere: boolean }) {
  if (isHere) return <a href="#client-id">{t('welcome.sign_in.to_client')}</a>;
  return (
    <a href="/options.html#application" target="_blank" rel="noopener noreferrer">
      {t('action.go_to_options')}
    </a>
  );
}
