import Dexie, { type EntityTable, type Table } from 'dexie';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { Gap, GapReason } from '@/lib/domain/history/gap';
import type { StoredEvent } from '@/lib/domain/row/row';
import { guardVersion } from './version-guard';

/** A counter. `period` is `all` or a UTC day such as `2026-11-23`. */
export interface CountRecord {
  streamer_id: string;
  event_type: EventKind;
  period: string;
  count: number;
}

/** A Twitch account that signed in. The token leaves this table for Twitch alone. */
export interface AccountRecord {
  id: string;
  login: string;
  name: string;
  avatarUrl: string;
  clientId: string;
  token: string;
  scopes: string[];
  /** Milliseconds since 1970; `null` for a token that never expires. */
  expiresAt: number | null;
  validatedAt: number;
  /** When a renewal without a window was last tried, in milliseconds since 1970; absent for never. */
  renewalTriedAt?: number;
}

/** What is known of a streamer, for names beside ids and for the state of the channel. */
export type ChannelRecord = Streamer &
  ChannelState & {
    /** When something of Twitch's about them was last heard, in milliseconds since 1970. */
    heard_at?: number;
    /** Why listening was ended on purpose; absent while it goes on, or where it ended by itself. */
    paused_for?: GapReason;
    /** From when on it is not yet known what was missed; absent once that was found out. */
    missed_since?: number;
  };

/** A time in which nobody listened to a streamer, as stored. */
export type GapRecord = Gap & { seq: number };

/** What a woken worker needs to know of the EventSub session before it. One record. */
export interface SessionRecord {
  id: 'eventsub';
  sessionId: string;
  subscriptionIds: string[];
  /** Subscriptions of sessions before it, not yet deleted at Twitch. */
  leftoverIds: string[];
}

/** What is received of the favorite. One record. */
export type SubscriptionReportRecord = SubscriptionReport & { id: 'receiving' };

/** The database of the extension's own origin. */
export type Database = Dexie & {
  events: EntityTable<StoredEvent, 'seq'>;
  counts: Table<CountRecord, [string, string, string]>;
  accounts: EntityTable<AccountRecord, 'id'>;
  channels: EntityTable<ChannelRecord, 'id'>;
  gaps: EntityTable<GapRecord, 'seq'>;
  session: EntityTable<SessionRecord, 'id'>;
  receiving: EntityTable<SubscriptionReportRecord, 'id'>;
};

/** Name of the database, which never changes. */
export const DATABASE_NAME = 'streamer-event-viewer';

const LATEST = 3;
/** Dexie keeps room for nine versions of its own between two of ours. */
const DEXIE_FACTOR = 10;

/** Opens the database. Every version that ever landed stays listed here. */
export function createDatabase(name = DATABASE_NAME): Database {
  // Dexie adds the tables named below as properties.
  const indexedDB = guardVersion(globalThis.indexedDB, LATEST * DEXIE_FACTOR);
  const db = new Dexie(name, { indexedDB }) as Database;
  db.version(1).stores({
    events: '++seq, &id, &natural_key, thread, [streamer_id+row_at]',
    counts: '[streamer_id+event_type+period], period',
    accounts: 'id',
    channels: 'id',
    session: 'id',
    receiving: 'id',
  });
  db.version(2)
    .stores({
      events:
        '++seq, &id, &natural_key, thread, folds_at, created_at, ' +
        '[streamer_id+row_at], [streamer_id+event_type+row_at]',
      gaps: '++seq, [streamer_id+until]',
    })
    .upgrade(async (transaction) => {
      // What is received is noted anew at every start, and version 1 noted less.
      await transaction.table('receiving').clear();
      // Version 1 knew of no content labels and no recordings. Both are read anew at the next start.
      await transaction.table('channels').toCollection().modify({ text: null, recordingUrl: null });
      await transaction
        .table('events')
        .filter(({ event_type }) => event_type === 'channel_update' || event_type === 'follow')
        .modify((event) => {
          if (event.event_type === 'follow') {
            event.folds_at = event.created_at + 60_000;
            return;
          }
          event.thread = `channel_update:${event.id}`;
          const { before, after } = event.detail;
          for (const text of [before, after]) if (text !== null) text.labels = [];
        });
    });
  // The subscription report is stored again at every start; that of version 2 has no keys.
  db.version(3).upgrade((transaction) => transaction.table('receiving').clear());
  return db;
}
