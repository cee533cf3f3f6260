import { useEffect, useState } from 'preact/hooks';

/** Asks the browser if the toolbar shows the button; `null` if it does not say. */
export type ReadPinned = () => Promise<boolean | null>;

/** Returns true while the toolbar shows the button, and reads it again when the user comes back. */
export function usePinned(readPinned: ReadPinned): boolean {
  const [isPinned, setIsPinned] = useState(false);
  useEffect(() => {
    let isOutdated = false;
    const read = () =>
      void readPinned().then((pinned) => {
        if (!isOutdated) setIsPinned(pinned === true);
      });
    read();
    // The menu in which a button is pinned takes the focus from the page.
    addEventListener('focus', read);
    return () => {
      isOutdated = true;
      removeEventListener('focus', read);
    };
  }, [readPinned]);
  return isPinned;
}
