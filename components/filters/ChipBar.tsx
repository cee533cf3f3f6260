import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { useChosen } from '@/components/hooks/use-chosen';
import { tabOfKey } from '@/components/ui/hooks/tab-keys';
import { settings } from '@/components/ui/icons';
import { type MenuAction, MenuButton } from '@/components/ui/menu/MenuButton';
import { Notice } from '@/components/ui/Notice';
import { type Chip, MORE_CHIPS, QUICK_CHIPS } from '@/lib/domain/filter/chips';
import { type Filter, isFiltering } from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import styles from './ChipBar.module.css';
import { describeFilter } from './describe-filter';

interface ChipBarProps {
  chip: Chip;
  onChoose: (chip: Chip) => void;
  /** The stored filter of the list. */
  filter: Filter;
  setSubsAndCheersOnly: (isOn: boolean) => Promise<Reply<null>>;
  optionsUrl: string;
}

/** The bar above a list: shows one thing for a moment, and says what the stored filter hides. */
export function ChipBar(props: ChipBarProps) {
  const { chip, onChoose, filter, setSubsAndCheersOnly, optionsUrl } = props;
  const only = useChosen(filter.subsAndCheersOnly, setSubsAndCheersOnly);
  const more = MORE_CHIPS.find((name) => name === chip);
  const actions: MenuAction[] = [
    { text: t('filter.only'), isChecked: only.isOn, onChoose: only.toggle },
    { text: t('filter.title'), icon: settings, href: `${optionsUrl}#filters` },
    ...MORE_CHIPS.map((name) => ({
      text: t(`filter.choice.${name}`),
      isChecked: name === chip,
      onChoose: () => onChoose(name === chip ? 'all' : name),
    })),
  ];
  return (
    <div class={styles.bar}>
      <div class={styles.line}>
        <Chips chip={chip} onChoose={onChoose} />
        <div class={styles.more}>
          <MenuButton
            label={t('popup.chip.more')}
            actions={actions}
            isOn={more !== undefined || only.isOn}
          >
            {more === undefined ? t('popup.chip.more') : t(`filter.choice.${more}`)}
          </MenuButton>
        </div>
      </div>
      {only.problem !== null && <Notice>{t(`problem.${only.problem}`)}</Notice>}
      {chip === 'all' && isFiltering(filter) && (
        <p class={styles.note} title={describeFilter(filter)}>
          {describeFilter(filter)}
        </p>
      )}
    </div>
  );
}

function Chips({ chip, onChoose }: Pick<ChipBarProps, 'chip' | 'onChoose'>) {
  const bar = useRef<HTMLDivElement>(null);
  const chosen = QUICK_CHIPS.findIndex((name) => name === chip);

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const { direction } = getComputedStyle(event.currentTarget);
    const target = tabOfKey(
      event.key,
      buttons.findIndex((button) => button === document.activeElement),
      { count: buttons.length, isRightToLeft: direction === 'rtl' },
    );
    if (target === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons[target]?.focus();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons have the focus
    <div
      ref={bar}
      class={styles.chips}
      role="toolbar"
      aria-label={t('popup.show')}
      onKeyDown={onKeyDown}
    >
      {QUICK_CHIPS.map((name, index) => (
        <button
          key={name}
          type="button"
          class={styles.chip}
          aria-pressed={name === chip}
          // One stop for the Tab key: the arrow keys move within.
          tabIndex={index === Math.max(0, chosen) ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {t(`popup.chip.${name}`)}
        </button>
      ))}
    </div>
  );
}
