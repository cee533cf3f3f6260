import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';
import styles from './MinimumInput.module.css';

interface MinimumInputProps {
  /** Ids of the elements that name the input. */
  labels: string;
  size: Size;
  /** The stored minimum; 0 for any size. */
  least: number;
  onChange: (least: number) => Promise<void>;
}

/** Twitch has tiers 1 to 3. */
const TOP_TIER = 3;

/** A number input for the smallest size to show; empty for any. Takes effect on leaving it. */
export function MinimumInput({ labels, size, least, onChange }: MinimumInputProps) {
  // Keeps the text being typed while another choice is stored.
  const [draft, setDraft] = useState<string>();
  useLayoutEffect(() => setDraft(undefined), [least]);
  return (
    <input
      class={styles.box}
      type="number"
      inputMode="numeric"
      min={0}
      max={size === 'tier' ? TOP_TIER : undefined}
      step={1}
      placeholder={t('filter.any')}
      aria-labelledby={labels}
      value={draft ?? asText(least)}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onChange={(event) => {
        const entered = readMinimum(event.currentTarget);
        setDraft(asText(entered));
        void onChange(entered);
      }}
    />
  );
}

function asText(least: number): string {
  return least > 0 ? String(least) : '';
}

function readMinimum(box: HTMLInputElement): number {
  const entered = Math.floor(Number(box.value));
  if (!Number.isSafeInteger(entered) || entered < 0) return 0;
  return box.max === '' ? entered : Math.min(entered, Number(box.max));
}
