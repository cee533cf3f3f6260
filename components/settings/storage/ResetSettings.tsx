import { useState } from 'preact/hooks';
import { NotSaved } from '@/components/settings/NotSaved';
import { useChange } from '@/components/settings/use-change';
import { Button } from '@/components/ui/form/Button';
import { ConfirmButton } from '@/components/ui/form/ConfirmButton';
import { useScrollTarget } from '@/components/ui/hooks/use-scroll-target';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import { t } from '@/lib/i18n/text';
import { resetChoices, type StoredChoices, storeChoices } from '@/lib/settings/reset';

/** The part with a button that sets all settings to their defaults, and brings them back. */
export function ResetSettings() {
  const part = useScrollTarget('reset', true);
  const { store, problem } = useChange();
  const [before, setBefore] = useState<StoredChoices | null>(null);
  const [isUndone, setIsUndone] = useState(false);

  async function reset(): Promise<void> {
    setIsUndone(false);
    await store(async () => setBefore(await resetChoices()));
  }

  async function undo(choices: StoredChoices): Promise<void> {
    if (!(await store(() => storeChoices(choices)))) return;
    setBefore(null);
    setIsUndone(true);
    part.current?.querySelector('button')?.focus();
  }

  return (
    <section class="card" id="reset" aria-labelledby="reset-title" ref={part}>
      <h3 id="reset-title" tabIndex={-1}>
        {t('options.reset.title')}
      </h3>
      <p>{t('options.reset.why')}</p>
      <div>
        <ConfirmButton
          action={t('options.reset.action')}
          question={t('options.reset.sure')}
          consequence={t('options.reset.what')}
          confirm={t('options.reset.confirm')}
          cancel={t('action.cancel')}
          isBusy={false}
          onConfirm={() => void reset()}
        />
      </div>
      {problem !== null && <NotSaved problem={problem} />}
      <div class="actions" role="status">
        {before !== null && <SuccessMessage>{t('options.reset.done')}</SuccessMessage>}
        {before !== null && <Button onClick={() => void undo(before)}>{t('action.undo')}</Button>}
        {isUndone && <SuccessMessage>{t('options.reset.undone')}</SuccessMessage>}
      </div>
    </section>
  );
}
