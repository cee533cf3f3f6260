import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { answerMessages } from '../page-messages';

interface FoldingOptions {
  isOpen: boolean;
  /** Folds the open panel, or unfolds the folded one. */
  toggle: () => void;
  isTrusted: (event: Event) => boolean;
  answer: typeof answerMessages;
}

/**
 * Folds and unfolds the panel by its button, by Escape, and by the browser's shortcut. The focus
 * stays on the button, which the panel and its tab share: what is in the panel disappears.
 */
export function useFolding({ isOpen, toggle, isTrusted, answer }: FoldingOptions) {
  const button = useRef<HTMLButtonElement>(null);

  function toggleByKey(): void {
    const root = button.current?.getRootNode();
    const focused = root !== undefined && 'activeElement' in root ? root.activeElement : null;
    // Whoever writes in the chat and folds the panel goes on writing.
    const isInPanel =
      focused instanceof Node && button.current?.parentElement?.contains(focused) === true;
    if (!isOpen || isInPanel) button.current?.focus();
    toggle();
  }
  const latestRef = useRef(toggleByKey);
  useLayoutEffect(() => {
    latestRef.current = toggleByKey;
  });
  useEffect(() => {
    const listening = new AbortController();
    answer(listening.signal, { 'panel/toggle': () => latestRef.current() });
    return () => listening.abort();
  }, [answer]);

  return {
    button,
    onToggle: (event: Event) => {
      if (isTrusted(event)) toggle();
    },
    onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !isOpen || !isTrusted(event)) return;
      event.preventDefault();
      toggleByKey();
    },
  };
}
