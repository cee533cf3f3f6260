import type { TargetedKeyboardEvent } from 'preact';
import { useId, useState } from 'preact/hooks';

/** What can be chosen; by its id it is the same in one list and the next. */
export interface ComboboxOption {
  id: string;
}

interface ComboboxOptions<Option extends ComboboxOption> {
  /** What there is to choose from; the list opens for it only once the user types. */
  options: readonly Option[];
  onChoose: (option: Option) => void;
}

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
/** Keys that move the caret: whoever uses them is back in the text. */
const CARET_KEYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * A text box with a list below it, after the combobox pattern of the ARIA Authoring Practices, "list
 * autocomplete with manual selection": the focus stays in the box, nothing is chosen by itself, and
 * Enter submits what was typed unless the user has moved to an option.
 */
export function useCombobox<Option extends ComboboxOption>(props: ComboboxOptions<Option>) {
  const { options, onChoose } = props;
  const listId = useId();
  const [isWanted, setIsWanted] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const isOpen = isWanted && options.length > 0;
  const activeIndex = isOpen ? options.findIndex(({ id }) => id === activeId) : -1;
  const active = options[activeIndex];
  const optionId = ({ id }: Option) => `${listId}-${id}`;

  /** Whoever types is back in the text: Enter submits it. */
  function onTyped(): void {
    setIsWanted(true);
    setActiveId(null);
  }

  function close(): void {
    setIsWanted(false);
    setActiveId(null);
  }

  function choose(option: Option): void {
    close();
    onChoose(option);
  }

  /** From the last to the first and back; from the box to the one that is next to it. */
  function move(step: 1 | -1): void {
    const from = active === undefined && step === -1 ? 0 : activeIndex;
    setActiveId(options.at((from + step) % options.length)?.id ?? null);
    setIsWanted(true);
  }

  /** Whether the key was for the list. */
  function press(key: string): boolean {
    const step = MOVES[key];
    if (step !== undefined && options.length > 0) {
      move(step);
      return true;
    }
    if (key === 'Enter' && active !== undefined) {
      choose(active);
      return true;
    }
    if (key === 'Escape' && isOpen) {
      close();
      return true;
    }
    if (CARET_KEYS.has(key)) setActiveId(null);
    return false;
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    const isModified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    // While a word is being composed, the keys are the input method's.
    if (event.isComposing || isModified) return;
    // An Escape that goes further would close the popup.
    if (press(event.key)) event.preventDefault();
  }

  return {
    isOpen,
    onTyped,
    close,
    box: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': listId,
      'aria-activedescendant': active && optionId(active),
      onKeyDown,
      onBlur: close,
    } as const,
    list: { id: listId, role: 'listbox', hidden: !isOpen } as const,
    optionOf: (option: Option) => ({
      id: optionId(option),
      isActive: option === active,
      onChoose: () => choose(option),
    }),
  };
}
