import { useEffect, useState } from 'preact/hooks';

/**
 * Returns if the user has unfolded the panel where it would be folded, and a function that stores it,
 * in memory only. It holds until the place becomes another one, or forever if `isKept`: what was
 * unfolded for the last step of the set-up does not fold when the set-up is done.
 */
export function useWish(isKept: boolean, place: string) {
  const [wishedAt, setWishedAt] = useState<string | null>(null);
  useEffect(() => {
    setWishedAt((before) => (isKept || before === place ? before && place : null));
  }, [isKept, place]);
  return {
    isWished: isKept ? wishedAt !== null : wishedAt === place,
    wish: (isOpen: boolean) => setWishedAt(isOpen ? place : null),
  };
}
