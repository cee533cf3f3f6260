import { type Connection, isNotRecording } from '../connection/connection';

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
