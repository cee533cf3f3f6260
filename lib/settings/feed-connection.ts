import type { Connection } from '@/lib/domain/connection/connection';
import { isRecent, SECOND } from '@/lib/time';

/**
 * How long a published connection is believed. The background confirms it twice a minute, and an
 * alarm may be late.
 */
const BELIEVED_MS = 90 * SECOND;

/**
 * Returns the connection to show at `now`, when `published` was confirmed at `publishedAt`. Both are
 * in milliseconds since 1970. If the background no longer confirms that it is at work, it has ended
 * and was not started again. A clock may be corrected a little, so a time after `now` also counts.
 */
export function connectionAt(published: Connection, publishedAt: number, now: number): Connection {
  const isAtWork = ['connecting', 'listening', 'reconnecting'].includes(published.state);
  if (!isAtWork || isRecent(publishedAt - BELIEVED_MS, 2 * BELIEVED_MS, now)) return published;
  return { state: 'problem', problem: 'not_running' };
}
