import { FloatingItem, FloatingMenu } from '@/components/feed/actions/FloatingMenu';
import { useMenu } from '@/components/ui/hooks/use-menu';
import { Icon } from '@/components/ui/Icon';
import { chevronDown } from '@/components/ui/icons';
import type { FilterChoice } from '@/lib/domain/filter/filter';
import { formatNumber, t } from '@/lib/i18n/text';
import styles from './KindChips.module.css';

interface KindChipProps {
  choice: FilterChoice;
  /** The number of its events; `null` if it is not known. */
  count: number | null;
  isOn: boolean;
  toggle: () => void;
  showOnly: () => void;
  showOthers: () => void;
}

/** The chip of a kind of events, with a menu. */
export function KindChip(props: KindChipProps) {
  const { choice, count, isOn, toggle, showOnly, showOthers } = props;
  const items = [
    { text: t('log_filter.only'), run: showOnly },
    { text: t('log_filter.without'), run: showOthers },
  ];
  const menu = useMenu(items.map(({ text }) => text));
  const name = t(`filter.choice.${choice}`);
  const label = t('log_filter.menu', { kind: name });
  return (
    <span class={styles.chip} data-on={isOn}>
      <button type="button" class={styles.toggle} aria-pressed={isOn} onClick={toggle}>
        {name}
        {count !== null && <span class={styles.count}>{formatNumber(count)}</span>}
      </button>
      <button type="button" class={styles.more} aria-label={label} title={label} {...menu.button}>
        <Icon of={chevronDown} size={12} />
      </button>
      {menu.isOpen && (
        <FloatingMenu menu={menu}>
          {items.map(({ text, run }) => (
            <FloatingItem
              key={text}
              text={text}
              onClick={() => {
                menu.close();
                run();
              }}
            />
          ))}
        </FloatingMenu>
      )}
    </span>
  );
}
