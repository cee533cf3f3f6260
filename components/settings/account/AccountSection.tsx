import { useEffect, useRef } from 'preact/hooks';
import { StreamerAvatar } from '@/components/favorite/StreamerAvatar';
import { useCommand } from '@/components/hooks/use-command';
import { useFeedIndex } from '@/components/hooks/use-feed';
import { headingIdOf, Section } from '@/components/settings/navigation/Section';
import { MessageText } from '@/components/text/MessageText';
import { UntrustedText } from '@/components/text/UntrustedText';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import { SOLVED_IN_OPTIONS, signInProblem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { send as Send } from '@/lib/messaging/client';
import type { FeedIndex, Profile } from '@/lib/settings/feed';
import styles from './AccountSection.module.css';
import { GrantedScopes } from './GrantedScopes';

/** The section about the signed-in user, with what Twitch was allowed to tell, and about privacy. */
export function AccountSection({ send }: { send: typeof Send }) {
  const index = useFeedIndex();
  useFocusAfterChange(index?.account?.id);
  return (
    <Section id="account">
      <div class="card">
        {index === undefined && <p>{t('feed.loading')}</p>}
        {index !== undefined && index.account === null && <SignedOut index={index} send={send} />}
        {index !== undefined && index.account !== null && (
          <SignedIn account={index.account} send={send} />
        )}
      </div>
      <section class="card" aria-labelledby="privacy-title">
        <h3 id="privacy-title">{t('options.privacy.title')}</h3>
        <p>{t('options.privacy.text')}</p>
        <p>{t('options.privacy.unofficial')}</p>
      </section>
    </Section>
  );
}

/** The button that changed the account is gone after it: the heading gets the focus then. */
function useFocusAfterChange(accountId: string | undefined): void {
  const beforeRef = useRef(accountId);
  useEffect(() => {
    const hasChanged = beforeRef.current !== accountId && document.activeElement === document.body;
    beforeRef.current = accountId;
    if (hasChanged) document.getElementById(headingIdOf('account'))?.focus();
  }, [accountId]);
}

function SignedIn({ account, send }: { account: Profile; send: typeof Send }) {
  const signingOut = useCommand(() => send('auth/signOut', {}));
  return (
    <>
      <div class={styles.account}>
        <StreamerAvatar name={account.name} url={account.avatarUrl} size={48} />
        <div class={styles.who}>
          <p class={styles.name}>
            <MessageText
              message={{ message: 'account.signed_in', params: { name: account.name } }}
            />
          </p>
          <p>
            <UntrustedText text={account.login} />
          </p>
        </div>
        <Button isBusy={signingOut.isBusy} onClick={() => void signingOut.run()}>
          {t('action.sign_out')}
        </Button>
      </div>
      {signingOut.problem !== null && <Notice>{t(`problem.${signingOut.problem}`)}</Notice>}
      <GrantedScopes send={send} />
    </>
  );
}

function SignedOut({ index, send }: { index: FeedIndex; send: typeof Send }) {
  const { connection } = index;
  const attempt = useCommand(() => send('auth/begin', {}));
  const reported = connection.state === 'signed_out' ? connection.problem : null;
  const problem = attempt.isBusy ? null : signInProblem(attempt.problem, reported);
  return (
    <>
      <p>{t('account.why')}</p>
      {problem !== null && (
        <Notice>
          {t(`problem.${problem}`)}
          {SOLVED_IN_OPTIONS.has(problem) && (
            <>
              {' '}
              <a href="#application">{t('options.client.title')}</a>
            </>
          )}
        </Notice>
      )}
      <div>
        <Button look="primary" isBusy={attempt.isBusy} onClick={() => void attempt.run()}>
          {t('action.sign_in')}
        </Button>
      </div>
    </>
  );
}
