import { SET_UP_STEPS, type SetUpStep as Step } from '@/lib/domain/set-up';
import { t } from '@/lib/i18n/text';
import styles from './SetUpStep.module.css';

/** How far the set-up is, with a link to the page that leads through it. For own pages only. */
export function SetUpStep({ step }: { step: Step }) {
  return (
    <p class={styles.step}>
      <b>{t('set_up.step', { step, steps: SET_UP_STEPS })}</b>
      <a class={styles.link} href="/welcome.html" target="_blank" rel="noopener noreferrer">
        {t('set_up.open')}
      </a>
    </p>
  );
}
