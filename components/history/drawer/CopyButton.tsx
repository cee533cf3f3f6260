import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/ui/form/Button';
import { LiveRegion } from '@/components/ui/LiveRegion';
import { t } from '@/lib/i18n/text';
import { SECOND, systemClock } from '@/lib/time';

const NOTE_MS = 3 * SECOND;

/** Copies a text, and says for a moment whether that was possible. */
export function CopyButton({ text }: { text: string }) {
  const [note, setNote] = useState('');
  useEffect(
    () => (note === '' ? undefined : systemClock.after(NOTE_MS, () => setNote(''))),
    [note],
  );

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(text).then(
      () => setNote(t('row.copied')),
      () => setNote(t('row.not_copied')),
    );
  }

  return (
    <>
      <Button onClick={() => void copy()}>{note === '' ? t('row.copy') : note}</Button>
      <LiveRegion>{note}</LiveRegion>
    </>
  );
}
