import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';
import styles from './MinimumInput.module.css';

interface MinimumInputProps {
  /** Ids of what it is called by. */
  labels: string;
  size: Size;
  /** 0 for any. */
  least: number;
  onChange: (least: number) => Promise<void>;
}

/** Twitch has no more tiers. */
const TOP_TIER = 3;

/** A box for the least size that is shown; empty for any. What is entered counts once it is left. */
export function MinimumInput({ labels, size, least, onChange }: MinimumInputProps) {
  // What is being typed must outlive that another choice is stored meanwhile.
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
      value={draft ?? shown(least)}
      onInput={(event) => setDraft(event.currentTarget.value)}
      onChange={(event) => {
        const entered = read(event.currentTarget);
        setDraft(shown(entered));
        void onChange(entered);
      }}
    />
  );
}

function shown(least: number): string {
  return least > 0 ? String(least) : '';
}

function read(box: HTMLInputElement): number {
  const entered = Math.floor(Number(box.value));
  if (!Number.isSafeInteger(entered) || entered < 0) return 0;
  return box.max === '' ? entered : Math.min(entered, Number(box.max));
}
