import { Icon } from '@/components/ui/Icon';
import { InvisibleText } from '@/components/ui/InvisibleText';
import { check, keyRound } from '@/components/ui/icons';
import {
  isStepDone,
  isStepReachable,
  type SetUp,
  type WelcomeStep,
  welcomeSteps,
} from '@/lib/domain/welcome-steps';
import { formatNumber, t } from '@/lib/i18n/text';
import styles from './StepList.module.css';

/** The texts of a step. */
const NAMES = {
  'client-id': 'welcome.client.short',
  'sign-in': 'welcome.sign_in.short',
  streamers: 'welcome.streamers.short',
  watch: 'welcome.watch.short',
} as const;

/** The steps that count. The one before them is only there for some builds. */
export const COUNTED: readonly WelcomeStep[] = ['sign-in', 'streamers', 'watch'];

/** All steps, with links to those that can be taken now. */
export function StepList({ setUp, shown }: { setUp: SetUp; shown: WelcomeStep }) {
  return (
    <nav aria-label={t('welcome.steps')}>
      <ol class={styles.steps}>
        {welcomeSteps(setUp).map((step) => (
          <li key={step} class={styles.step} data-done={isStepDone(step, setUp)}>
            <StepName
              step={step}
              isDone={isStepDone(step, setUp)}
              isShown={step === shown}
              isReachable={isStepReachable(step, setUp)}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepNameProps {
  step: WelcomeStep;
  isDone: boolean;
  isShown: boolean;
  isReachable: boolean;
}

function StepName({ step, isDone, isShown, isReachable }: StepNameProps) {
  const content = (
    <>
      <span class={styles.mark} aria-hidden="true">
        <Mark step={step} isDone={isDone && !isShown} />
      </span>
      <span class={styles.name}>{t(NAMES[step])}</span>
      {isDone && <InvisibleText>{` (${t('welcome.done')})`}</InvisibleText>}
    </>
  );
  if (isReachable && !isShown) {
    return (
      <a class={styles.link} href={`#${step}`}>
        {content}
      </a>
    );
  }
  return (
    <span class={styles.link} aria-current={isShown ? 'step' : undefined}>
      {content}
    </span>
  );
}

function Mark({ step, isDone }: Pick<StepNameProps, 'step' | 'isDone'>) {
  if (isDone) return <Icon of={check} size={15} />;
  if (!COUNTED.includes(step)) return <Icon of={keyRound} size={14} />;
  return <>{formatNumber(COUNTED.indexOf(step) + 1)}</>;
}
