import type { Streamer } from '../channel/channel';
import { type Connection, isNotRecording } from '../connection/connection';
import type { Message } from '../wording/message';

/** The badge and the title of the toolbar button; `title` names a message of the catalog. */
export interface Badge {
  text: string;
  tone: 'count' | 'warning' | 'alert';
  title:
    | 'signed_out'
    | 'no_favorite'
    | 'disconnected'
    | 'problem'
    | 'not_recording'
    | 'unseen'
    | 'nothing_new';
}

const MAX_COUNT = 99;

/** Returns the number of unseen events as it fits on the badge: empty for 0, `99+` above 99. */
export function badgeText(unseen: number): string {
  if (unseen <= 0) return '';
  return unseen > MAX_COUNT ? `${MAX_COUNT}+` : String(unseen);
}

/**
 * Returns the badge for a state of the connection and a number of unseen events. Anything that
 * keeps events from arriving is more important than the number.
 */
export function badgeOf(connection: Connection, unseen: number): Badge {
  switch (connection.state) {
    case 'signed_out':
      return { text: '?', tone: 'alert', title: 'signed_out' };
    case 'problem':
      return {
        text: '!',
        tone: 'alert',
        title: isNotRecording(connection) ? 'not_recording' : 'problem',
      };
    case 'reconnecting':
      return { text: '…', tone: 'warning', title: 'disconnected' };
    case 'no_favorite':
      return { text: '', tone: 'count', title: 'no_favorite' };
    default:
      return {
        text: badgeText(unseen),
        tone: 'count',
        title: unseen > 0 ? 'unseen' : 'nothing_new',
      };
  }
}

/** A streamer with unseen events that count on the badge. */
export interface Counted {
  name: string;
  count: number;
}

/** Returns whose unseen events count on the badge, in the order of the list. */
export function countedOnBadge(
  streamers: readonly (Pick<Streamer, 'id' | 'name'> & { isMuted: boolean })[],
  unseen: Readonly<Record<string, number>>,
): Counted[] {
  return streamers.flatMap(({ id, name, isMuted }) => {
    const count = isMuted ? 0 : (unseen[id] ?? 0);
    return count > 0 ? { name, count } : [];
  });
}

/** The most streamers that the title of the button names. */
const MAX_NAMES = 3;

/** Returns the title of the button. It names who has new events, if there are several `streamers`. */
export function badgeTitle(
  { title }: Badge,
  counted: readonly Counted[],
  streamers: number,
): Message {
  if (title !== 'unseen') return { message: `badge.${title}`, params: {} };
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  if (streamers < 2) return { message: 'badge.unseen', params: { count: total }, count: total };
  const named = counted.slice(0, MAX_NAMES).map(
    ({ name, count }): Message => ({
      message: 'badge.unseen_of',
      params: { count, streamer: name },
      count,
    }),
  );
  const more = counted.length - named.length;
  const [only] = named;
  if (only !== undefined && counted.length === 1) return only;
  return more === 0
    ? { message: 'badge.unseen_list', params: { list: { list: named } } }
    : { message: 'badge.unseen_more', params: { list: { list: named }, more }, count: more };
}
