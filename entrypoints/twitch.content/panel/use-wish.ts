import { useEffect, useState } from 'preact/hooks';

/**
 * Returns if the user has unfolded the panel to set it up, and a function that stores it, in memory
 * only. It holds on all pages until the set-up is done, and then until the user leaves this one: what
 * was open with the last step does not fold by itself.
 */
export function useWish(isSetUp: boolean, pathname: string) {
  const [wishedOn, setWishedOn] = useState<string | null>(null);
  useEffect(() => {
    if (isSetUp) setWishedOn((before) => before && pathname);
  }, [isSetUp, pathname]);
  return {
    isWished: isSetUp ? wishedOn !== null : wishedOn === pathname,
    wish: (isOpen: boolean) => setWishedOn(isOpen ? pathname : null),
  };
}
