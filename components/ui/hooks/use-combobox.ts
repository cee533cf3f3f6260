import type { TargetedKeyboardEvent } from 'preact';
import { useId, useState } from 'preact/hooks';

/** An option of a combobox. An option of the next list is the same option if it has the same id. */
export interface ComboboxOption {
  id: string;
}

interface ComboboxOptions<Option extends ComboboxOption> {
  options: readonly Option[];
  /** True if the list opens as soon as the box has the focus, not only after the user has typed. */
  opensOnFocus: boolean;
  onChoose: (option: Option) => void;
}

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
/** Keys that move the caret. They deactivate the option, so that Enter submits the text. */
const CARET_KEYS: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** Keeps track of whether the list is open and which option is active. */
function useOptionList<Option extends ComboboxOption>(options: readonly Option[]) {
  const [isRequested, setIsRequested] = useState(false);
  const [activeId, setActiveId] = useState<string | null>(null);
  const isOpen = isRequested && options.length > 0;
  const activeIndex = isOpen ? options.findIndex(({ id }) => id === activeId) : -1;
  const active = options[activeIndex];

  function open(): void {
    setIsRequested(true);
    setActiveId(null);
  }

  function close(): void {
    setIsRequested(false);
    setActiveId(null);
  }

  /** Moves to the next or previous option, around both ends of the list. */
  function move(step: 1 | -1): void {
    const from = active === undefined && step === -1 ? 0 : activeIndex;
    setActiveId(options.at((from + step) % options.length)?.id ?? null);
    setIsRequested(true);
  }

  return { isOpen, active, open, close, move, deactivate: () => setActiveId(null) };
}

/**
 * Returns the state and the props of a text box with a list of options below it. It follows the
 * combobox pattern "list autocomplete with manual selection"
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the focus stays in the box, no option is
 * chosen automatically, and Enter submits the text unless the user has moved to an option.
 */
export function useCombobox<Option extends ComboboxOption>(props: ComboboxOptions<Option>) {
  const { options, opensOnFocus, onChoose } = props;
  const listId = useId();
  const { isOpen, active, open, close, move, deactivate } = useOptionList(options);
  const optionId = ({ id }: Option) => `${listId}-${id}`;
  function choose(option: Option): void {
    close();
    onChoose(option);
  }

  /** Returns true if the list has handled the key. */
  function handleKey(key: string): boolean {
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
    if (CARET_KEYS.has(key)) deactivate();
    return false;
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    const isModified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    // While the user composes a word, the keys belong to the input method.
    // https://developer.mozilla.org/en-US/docs/Web/API/KeyboardEvent/isComposing
    if (event.isComposing || isModified) return;
    // The browser closes the popup on an Escape that is not prevented.
    if (handleKey(event.key)) event.preventDefault();
  }

  return {
    isOpen,
    onTyped: open,
    close,
    box: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': listId,
      'aria-activedescendant': active && optionId(active),
      onKeyDown,
      onFocus: opensOnFocus ? open : undefined,
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
