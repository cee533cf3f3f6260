import type { Connection } from '../connection/connection';

/** What the toolbar button shows; `title` names a sentence of the catalog. */
export interface Badge {
  text: string;
  tone: 'count' | 'warning' | 'alert';
  title: 'signed_out' | 'no_favorite' | 'disconnected' | 'problem' | 'unseen' | 'nothing_new';
}

const MOST_COUNTED = 99;

/** The number of unseen events as the badge has room for it: empty for none, `99+` above 99. */
export function badgeText(unseen: number): string {
  if (unseen <= 0) return '';
  return unseen > MOST_COUNTED ? `${MOST_COUNTED}+` : String(unseen);
}

/**
 * The badge for a connection and a number of unseen events. What stops events from coming goes
 * before the count: signed out, then a problem, then a lost connection.
 */
export function badgeOf(connection: Connection, unseen: number): Badge {
  switch (connection.state) {
    case 'signed_out':
      return { text: '?', tone: 'alert', title: 'signed_out' };
    case 'problem':
      return { text: '!', tone: 'alert', title: 'problem' };
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
