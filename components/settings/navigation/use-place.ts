import { useEffect, useState } from 'preact/hooks';
import { type SectionId, sectionOf } from './sections';

/** Where the user is in the options. */
interface Place {
  section: SectionId;
  /** The hash that led here; empty if none did. */
  hash: string;
  /** Grows with each link that was followed, also if it led to the same place again. */
  visit: number;
}

/**
 * Returns the place that the hash of the page's address names, and follows it: links, the browser's
 * buttons and the address bar all change it. A hash that leads nowhere changes nothing. `start` is
 * the section without a hash, `undefined` until it is known.
 */
export function usePlace(start: SectionId | undefined): Place | undefined {
  const [place, setPlace] = useState<Place | undefined>(() => placeOf(location.hash, 0));

  useEffect(() => {
    const follow = (): void =>
      setPlace((now) => placeOf(location.hash, (now?.visit ?? 0) + 1) ?? now);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  // Decided once: the section must not change when somebody signs in.
  useEffect(() => {
    if (start !== undefined) setPlace((now) => now ?? { section: start, hash: '', visit: 0 });
  }, [start]);

  return place;
}

function placeOf(hash: string, visit: number): Place | undefined {
  const section = sectionOf(hash);
  return section === null ? undefined : { section, hash, visit };
}
