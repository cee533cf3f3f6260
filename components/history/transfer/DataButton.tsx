import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import { t } from '@/lib/i18n/text';
import { LateDataDialog } from '../late-parts';
import type { DataProps } from './data-props';

/** A button that opens what can be done with the events as a whole. */
export function DataButton(props: DataProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('transfer.open')}
      </Button>
      {isOpen && <LateDataDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
