import { foldName } from '../search/fold';

/** A name that a viewer had. */
export interface ViewerName {
  login: string;
  /** Display name. */
  name: string;
  /** Time of the event that showed that they had it, in milliseconds since 1970. */
  at: number;
}

/** Somebody who did something in the log. Derived from the events. */
export interface ViewerRecord {
  /** The id at Twitch. */
  id: string;
  /** Every name, the latest first. */
  names: ViewerName[];
  /** The names, folded, and every end of them: so what is inside a name is the beginning of one. */
  suffixes: string[];
}

/**
 * Returns the viewer with the name that an event shows; the same record if it is the latest one that is
 * known. `viewer` is `undefined` for somebody new. Events may come in any order.
 */
export function withName(
  viewer: ViewerRecord | undefined,
  id: string,
  shown: ViewerName,
): ViewerRecord {
  const known = viewer?.names ?? [];
  const before = known.find((name) => isSame(name, shown));
  const [latest] = known;
  if (
    viewer !== undefined &&
    before !== undefined &&
    (before === latest || shown.at <= before.at)
  ) {
    return viewer;
  }
  const names = [shown, ...known.filter((name) => name !== before)].toSorted((a, b) => b.at - a.at);
  return { id, names, suffixes: [...new Set(names.flatMap(suffixesOf))] };
}

function isSame(a: ViewerName, b: ViewerName): boolean {
  return a.login === b.login && a.name === b.name;
}

function suffixesOf({ login, name }: ViewerName): string[] {
  return [login, name].flatMap((text) => {
    const characters = Array.from(foldName(text));
    return characters.map((_character, index) => characters.slice(index).join(''));
  });
}
