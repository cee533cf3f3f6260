import type { ComponentChildren, RefObject } from 'preact';
import type { WelcomeStep } from '@/lib/domain/welcome-steps';
import { t } from '@/lib/i18n/text';
import styles from './Step.module.css';
import { COUNTED } from './StepList';

interface StepProps {
  step: WelcomeStep;
  heading: RefObject<HTMLHeadingElement | null>;
  title: string;
  children: ComponentChildren;
}

/** One step of the first run. Its heading also says how far the set-up is. */
export function Step({ step, heading, title, children }: StepProps) {
  const number = COUNTED.indexOf(step) + 1;
  return (
    <div class={styles.step}>
      <h1 ref={heading} class={styles.heading} tabIndex={-1}>
        <span class={styles.progress}>
          {number === 0
            ? t('welcome.first')
            : t('set_up.step', { step: number, steps: COUNTED.length })}
        </span>{' '}
        <span class={styles.title}>{title}</span>
      </h1>
      {children}
    </div>
  );
}
