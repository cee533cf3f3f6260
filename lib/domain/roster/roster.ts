import type { Streamer } from '../channel/channel';
import type { Filters } from '../filter/filter';
import type { RecordingOptions } from '../history/recording-options';
import type { NotificationRules } from '../notification/choices';
import { ProblemError } from '../problem';

/** The most streamers beside the favorite. More do not fit into what Twitch and the browser allow. */
export const MAX_OTHERS = 50;

/** What the user has chosen for one streamer. */
export interface StreamerChoices {
  /** Only for others: their cheers are received only together with every line of their chat. */
  recordsCheers: boolean;
  /** If true, the badge does not count the events of the streamer. */
  isMuted: boolean;
  /** `null`: the same as for all. */
  recording: RecordingOptions | null;
  /** `null`: the same as for all. */
  filters: Filters | null;
  /** Of what the user is notified. `null`: the same as for all. */
  notifications: NotificationRules | null;
}

/** The choices for a streamer for whom the user has chosen nothing. */
export const DEFAULT_CHOICES: StreamerChoices = {
  recordsCheers: false,
  isMuted: false,
  recording: null,
  filters: null,
  notifications: null,
};

/** A streamer of a roster. */
export interface ListedStreamer extends Streamer {
  choices: StreamerChoices;
  /** Milliseconds since 1970. */
  addedAt: number;
}

/** The streamers to whom an account listens. */
export interface Roster {
  favorite: ListedStreamer | null;
  /** In the order in which they were added; never the favorite, and nobody twice. */
  others: readonly ListedStreamer[];
}

/** The roster of an account that has chosen nobody. */
export const EMPTY_ROSTER: Roster = { favorite: null, others: [] };

/** Returns everybody in a roster, the favorite first. */
export function listedIn({ favorite, others }: Roster): ListedStreamer[] {
  return favorite === null ? [...others] : [favorite, ...others];
}

/** Returns the streamer with an id; `null` if the roster does not have it. */
export function listedBy(roster: Roster, id: string): ListedStreamer | null {
  return listedIn(roster).find((listed) => listed.id === id) ?? null;
}

/** Returns the others in their order, which is the same on every computer. */
export function inOrder(others: readonly ListedStreamer[]): ListedStreamer[] {
  return others.toSorted((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1));
}

/**
 * Returns the roster with another favorite. The favorite before becomes one of the others. Both
 * keep their choices. Throws `too_many_streamers` if there is no room for one more.
 */
export function withFavorite(roster: Roster, streamer: Streamer, now: number): Roster {
  const { favorite, others } = roster;
  const chosen = {
    ...(listedBy(roster, streamer.id) ?? newlyListed(now)),
    ...streamerOf(streamer),
  };
  if (favorite === null || favorite.id === chosen.id) {
    return { favorite: chosen, others: others.filter(({ id }) => id !== chosen.id) };
  }
  const remaining = others.filter(({ id }) => id !== chosen.id);
  return { favorite: chosen, others: withRoomFor(favorite, remaining) };
}

/**
 * Returns the roster with one more streamer. Nothing changes if it is listed already. Throws
 * `too_many_streamers` if there is no room.
 */
export function withOther(roster: Roster, streamer: Streamer, now: number): Roster {
  return withListed(roster, { ...newlyListed(now), ...streamerOf(streamer) });
}

/** Does the same as {@link withOther} for a streamer that was listed before, with its choices. */
export function withListed(roster: Roster, listed: ListedStreamer): Roster {
  if (listedBy(roster, listed.id) !== null) return roster;
  return { ...roster, others: withRoomFor(listed, roster.others) };
}

/**
 * Returns the roster without one of its streamers. If that was the favorite, the first of the others
 * becomes the favorite.
 */
export function withoutListed(roster: Roster, id: string): Roster {
  const { favorite, others } = roster;
  if (favorite?.id !== id) return withoutOther(roster, id);
  return { favorite: others[0] ?? null, others: others.slice(1) };
}

/** Returns the roster without one of the others. */
export function withoutOther(roster: Roster, id: string): Roster {
  return { ...roster, others: roster.others.filter((other) => other.id !== id) };
}

/** Returns the roster with other choices for one streamer. */
export function withChoices(roster: Roster, id: string, change: Partial<StreamerChoices>): Roster {
  return mapListed(roster, (listed) =>
    listed.id === id ? { ...listed, choices: { ...listed.choices, ...change } } : listed,
  );
}

/** Returns the roster with the names and pictures of some users. Others are not changed. */
export function withNames(roster: Roster, users: readonly Streamer[]): Roster {
  const byId = new Map(users.map((user) => [user.id, user]));
  return mapListed(roster, (listed) => {
    const user = byId.get(listed.id);
    return user === undefined ? listed : { ...listed, ...streamerOf(user) };
  });
}

function newlyListed(now: number): Pick<ListedStreamer, 'choices' | 'addedAt'> {
  return { choices: DEFAULT_CHOICES, addedAt: now };
}

/** Returns the streamer without what the user has chosen, and without any other field. */
export function streamerOf({ id, login, name, avatarUrl }: Streamer): Streamer {
  return { id, login, name, avatarUrl };
}

function withRoomFor(
  added: ListedStreamer,
  others: readonly ListedStreamer[],
): readonly ListedStreamer[] {
  if (others.length >= MAX_OTHERS) throw new ProblemError('too_many_streamers');
  return inOrder([...others, added]);
}

function mapListed(
  { favorite, others }: Roster,
  change: (listed: ListedStreamer) => ListedStreamer,
): Roster {
  return { favorite: favorite && change(favorite), others: others.map(change) };
}
