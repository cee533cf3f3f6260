import { MessageText } from '@/components/text/MessageText';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import { type Problem, SOLVED_IN_OPTIONS, signInProblem } from '@/lib/domain/problem';
import { SET_UP_STEPS, type SetUpStep as Step } from '@/lib/domain/set-up';
import { t } from '@/lib/i18n/text';
import type { PanelActions } from './panel-actions';
import styles from './SetUp.module.css';

interface SetUpStepProps extends Pick<PanelActions, 'setUp'> {
  step: Step;
}

/** How far the set-up is, with a button for the page that leads through it. */
function SetUpStep({ step, setUp }: SetUpStepProps) {
  return (
    <div class={styles.step}>
      <b>{t('set_up.step', { step, steps: SET_UP_STEPS })}</b>
      <Button isBusy={setUp.isBusy} onClick={setUp.run}>
        {t('set_up.open')}
      </Button>
    </div>
  );
}

interface SignedOutProps extends Pick<PanelActions, 'signIn' | 'setUp' | 'toOptions'> {
  /** Why nobody is signed in: what is missing, or why the last attempt failed anywhere. */
  lastProblem: Problem | null;
  /** True if there was a sign-in that Twitch has ended: the user knows what it is for. */
  hasEnded: boolean;
}

/** The panel's content while nobody is signed in. */
export function SignedOut({ lastProblem, hasEnded, ...actions }: SignedOutProps) {
  const { signIn, setUp, toOptions } = actions;
  const problem = signIn.isBusy ? null : signInProblem(signIn.problem, lastProblem);
  // Until that is solved, to sign in fails.
  const isSolvedThere = problem !== null && SOLVED_IN_OPTIONS.has(problem);
  return (
    <div class={styles.setUp}>
      {!hasEnded && <SetUpStep step={1} setUp={setUp} />}
      {!hasEnded && <p class={styles.why}>{t('account.why')}</p>}
      {problem !== null && <Notice>{t(`problem.${problem}`)}</Notice>}
      {isSolvedThere && (
        <Button look="primary" isBusy={toOptions.isBusy} onClick={toOptions.run}>
          {t('action.go_to_options')}
        </Button>
      )}
      <Button
        look={isSolvedThere ? 'plain' : 'primary'}
        isBusy={signIn.isBusy}
        onClick={signIn.run}
      >
        {t('action.sign_in')}
      </Button>
    </div>
  );
}

interface ChooseFavoriteProps extends Pick<PanelActions, 'makeFavorite' | 'setUp'> {
  /** The login of the page's channel; `null` on other pages. */
  channel: string | null;
}

/** The panel's content while there is no favorite streamer. */
export function ChooseFavorite({ channel, makeFavorite, setUp }: ChooseFavoriteProps) {
  return (
    <div class={styles.setUp}>
      <SetUpStep step={2} setUp={setUp} />
      <p class={styles.why}>{t(channel === null ? 'panel.hint' : 'panel.choose')}</p>
      {makeFavorite.problem !== null && <Notice>{t(`problem.${makeFavorite.problem}`)}</Notice>}
      {channel !== null && (
        <Button look="primary" isBusy={makeFavorite.isBusy} onClick={makeFavorite.run}>
          <MessageText message={{ message: 'action.make_favorite', params: { channel } }} />
        </Button>
      )}
    </div>
  );
}

/** The panel's content after the extension was updated or removed. */
export function Orphaned({ onReload }: Pick<PanelActions, 'onReload'>) {
  return (
    <div class={styles.setUp}>
      <Notice>{t('panel.left_behind')}</Notice>
      <Button look="primary" onClick={onReload}>
        {t('action.reload')}
      </Button>
    </div>
  );
}
