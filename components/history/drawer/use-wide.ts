import { useEffect, useState } from 'preact/hooks';

/** From this width on, the list and the details have enough room beside each other. */
const WIDE = '(min-width: 1100px)';

/** Returns true if the details of a row have room beside the list. */
export function useWide(): boolean {
  const [isWide, setIsWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const follow = (): void => setIsWide(query.matches);
    query.addEventListener('change', follow);
    follow();
    return () => query.removeEventListener('change', follow);
  }, []);
  return isWide;
}
