import { useId } from 'preact/hooks';
import { MinimumInput } from '@/components/filters/MinimumInput';
import { SIZES, type Size } from '@/lib/domain/filter/filter';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import styles from './Fields.module.css';

interface SizeFieldsProps {
  address: HistoryAddress;
  go: GoTo;
}

/** The minimum sizes. */
export function SizeFields({ address: { least }, go }: SizeFieldsProps) {
  return (
    <div class={styles.fields} role="group" aria-label={t('log_filter.sizes')}>
      {SIZES.map((size) => (
        <SizeField
          key={size}
          size={size}
          least={least[size] ?? 0}
          onChange={(value) => {
            const { [size]: _before, ...others } = least;
            go({ least: value > 0 ? { ...others, [size]: value } : others });
          }}
        />
      ))}
    </div>
  );
}

interface SizeFieldProps {
  size: Size;
  least: number;
  onChange: (least: number) => void;
}

function SizeField({ size, least, onChange }: SizeFieldProps) {
  const id = useId();
  return (
    <div class={styles.field}>
      <span id={id}>{t(`filter.size.${size}`)}</span>
      <MinimumInput
        labels={id}
        size={size}
        least={least}
        onChange={(value) => {
          onChange(value);
          return Promise.resolve();
        }}
      />
    </div>
  );
}
