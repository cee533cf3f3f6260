import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tabOfKey } from '@/components/ui/hooks/tab-keys';
import type { ChipCounts } from '@/lib/db/feed/chip-counts';
import { CHOICES, type FilterChoice } from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import { KindChip } from './KindChip';
import styles from './KindChips.module.css';

interface KindChipsProps {
  /** What is shown; nothing means everything. */
  kinds: readonly FilterChoice[];
  /** True if the rows of one type only are shown, whatever the chips say. */
  isOfType: boolean;
  /** `undefined` until it has been counted. */
  counts: ChipCounts | undefined;
  /** False if something else leaves out events of a kind, so the numbers would be too large. */
  hasNumbers: boolean;
  go: GoTo;
}

/**
 * The kinds of events that the log has, each to be shown or not, with their numbers. While the rows
 * of a type are shown, nothing is chosen here, and what is chosen then takes the place of the type.
 */
export function KindChips({ kinds, isOfType, counts, hasNumbers, go }: KindChipsProps) {
  const { bar, ...keys } = useBar();
  const offered = useOffered(kinds, counts);
  const show = (chosen: readonly FilterChoice[]) => go({ kinds: chosen, type: null });
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons have the focus
    <div ref={bar} class={styles.chips} role="toolbar" aria-label={t('log_filter.kinds')} {...keys}>
      <button
        type="button"
        class={styles.all}
        aria-pressed={kinds.length === 0 && !isOfType}
        onClick={() => show([])}
      >
        {t('log_filter.all')}
      </button>
      {offered.map((choice) => (
        <KindChip
          key={choice}
          choice={choice}
          count={hasNumbers ? (counts?.[choice] ?? null) : null}
          isOn={kinds.includes(choice)}
          toggle={() => show(toggled(kinds, choice))}
          showOnly={() => show([choice])}
          showOthers={() => show(others(kinds, choice))}
        />
      ))}
    </div>
  );
}

function toggled(kinds: readonly FilterChoice[], choice: FilterChoice): FilterChoice[] {
  const isOn = kinds.includes(choice);
  return CHOICES.filter((name) => (name === choice ? !isOn : kinds.includes(name)));
}

/** Returns what is shown without a choice: of what is shown now, or of everything. */
function others(kinds: readonly FilterChoice[], choice: FilterChoice): FilterChoice[] {
  const rest = kinds.filter((name) => name !== choice);
  return rest.length > 0 ? rest : CHOICES.filter((name) => name !== choice);
}

/**
 * Returns the choices to offer: those that have events, and those that are chosen. What was offered
 * stays, so that no chip goes while the user is at it.
 */
function useOffered(
  kinds: readonly FilterChoice[],
  counts: ChipCounts | undefined,
): readonly FilterChoice[] {
  const offered = useRef(new Set<FilterChoice>());
  for (const choice of CHOICES) {
    const hasEvents = counts !== undefined && counts[choice] !== 0;
    if (hasEvents || kinds.includes(choice)) offered.current.add(choice);
  }
  return CHOICES.filter((choice) => offered.current.has(choice));
}

/** The buttons of a toolbar, without those in its open menus. */
function buttonsOf(bar: Element | null): HTMLElement[] {
  return [...(bar?.querySelectorAll<HTMLElement>('button:not([role])') ?? [])];
}

/** Returns the props of a toolbar: it is one stop for the Tab key, and the arrow keys move within. */
function useBar() {
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);

  // After every change: there may be new buttons.
  useLayoutEffect(() => {
    for (const [index, button] of buttonsOf(bar.current).entries()) {
      button.tabIndex = index === stop ? 0 : -1;
    }
  });

  const indexOf = (target: EventTarget | null): number =>
    buttonsOf(bar.current).findIndex((button) => button === target);

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    const current = indexOf(event.target);
    if (current === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
    const buttons = buttonsOf(bar.current);
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const target = tabOfKey(event.key, current, { count: buttons.length, isRightToLeft });
    if (target === null) return;
    event.preventDefault();
    buttons[target]?.focus();
  }

  function onFocusIn({ target }: FocusEvent): void {
    const index = indexOf(target);
    if (index !== -1) setStop(index);
  }

  return { bar, onKeyDown, onFocusIn };
}
