import Dexie, { type EntityTable, type Table } from 'dexie';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { ChannelState, Streamer } from '@/lib/domain/channel/channel';
import type { EventKind } from '@/lib/domain/event/event-kind';
import type { AttendanceGroup } from '@/lib/domain/history/attendance-groups';
import type { GapReason } from '@/lib/domain/history/gap';
import type { DayRecord } from '@/lib/domain/log-index/day-record';
import type { PersonRecord } from '@/lib/domain/log-index/person';
import type { ViewerRecord } from '@/lib/domain/log-index/viewer';
import type { StoredEvent } from '@/lib/domain/row/row';
import type { MomentSizes } from '@/lib/domain/view/emphasis';
import { guardVersion } from './version-guard';
import { VERSIONS } from './versions';

/** A counter. `period` is `all` or a UTC day such as `2026-11-23`. */
export interface CountRecord {
  streamer_id: string;
  event_type: EventKind;
  period: string;
  count: number;
}

/** A Twitch account that signed in. The token is sent to Twitch and to no one else. */
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
  /**
   * Earlier tokens of this sign-in, which the running session may still need: Twitch ends the
   * subscriptions of a token that is revoked. Absent if there are none.
   */
  replacedTokens?: string[];
  /** Time of the last silent renewal attempt, in milliseconds since 1970; absent if none. */
  renewalTriedAt?: number;
}

/** A streamer and the state of the channel. */
export type ChannelRecord = Streamer &
  ChannelState & {
    /**
     * Until when the extension certainly listened to them, in milliseconds since 1970. The
     * attendance record has a later time for those that it names.
     */
    heard_at?: number;
    /** Why listening was ended on purpose; absent if it ended by itself. Belongs to `heard_at`. */
    paused_for?: GapReason;
    /** The start of the time that is not yet backfilled; absent if the backfill is done. */
    missed_since?: number;
    /** The least sizes of the largest events of the channel, as far as enough is known. */
    moment_sizes?: Partial<MomentSizes>;
    /** When these were found out, in milliseconds since 1970; absent if they never were. */
    moment_sizes_at?: number;
    /** True while Twitch has no such user, because it was deleted or suspended. */
    is_gone?: boolean;
  };

/** Gaps as stored: one record for a pause of the connection, whoever it concerns. */
export interface GapRecord {
  seq: number;
  from: number;
  reason: GapReason;
  /** When the gap of each streamer ended. Listening to them begins one after another. */
  ends: [streamerId: string, until: number][];
}

/**
 * Until when the connection received everything, for whom. A streamer that is not named here was
 * last heard at the time in the channel's record. The table has one record.
 */
export interface AttendanceRecord {
  id: 'eventsub';
  groups: AttendanceGroup[];
}

/** The EventSub session, for the next worker. The table has one record. */
export interface SessionRecord {
  id: 'eventsub';
  sessionId: string;
  subscriptionIds: string[];
  /** Stale subscriptions: of earlier sessions, and not yet deleted at Twitch. */
  leftoverIds: string[];
}

/** The subscription report of a streamer. `id` is the streamer's. */
export type SubscriptionReportRecord = SubscriptionReport & { id: string };

/** How far the index of the log has come. The table has one record, or none before the first step. */
export interface LogIndexRecord {
  id: 'log';
  /** Which rules the index was made by. */
  rules: number;
  /** The arrival number of the last event that the index contains. */
  upTo: number;
}

/** A word of an event's texts. Derived from the events. */
export interface WordRecord {
  streamer_id: string;
  /** Folded, see `foldText`. */
  word: string;
  /** The `created_at` of the event. */
  at: number;
  /** The arrival number of the event. */
  seq: number;
}

/** The database of the extension's own origin. */
export type Database = Dexie & {
  events: EntityTable<StoredEvent, 'seq'>;
  counts: Table<CountRecord, [string, string, string]>;
  accounts: EntityTable<AccountRecord, 'id'>;
  channels: EntityTable<ChannelRecord, 'id'>;
  gaps: EntityTable<GapRecord, 'seq'>;
  attendance: EntityTable<AttendanceRecord, 'id'>;
  session: EntityTable<SessionRecord, 'id'>;
  receiving: EntityTable<SubscriptionReportRecord, 'id'>;
  log_index: EntityTable<LogIndexRecord, 'id'>;
  days: Table<DayRecord, [string, number]>;
  viewers: EntityTable<ViewerRecord, 'id'>;
  people: Table<PersonRecord, [string, string]>;
  words: Table<WordRecord, [string, string, number, number]>;
};

/** The name of the database. It never changes. */
export const DATABASE_NAME = 'streamer-event-viewer';

/** Dexie multiplies version numbers by 10, to have room for versions of its own. */
const DEXIE_FACTOR = 10;

/** Creates the database; Dexie opens it on first use. */
export function createDatabase(name = DATABASE_NAME): Database {
  const indexedDB = guardVersion(globalThis.indexedDB, VERSIONS.length * DEXIE_FACTOR);
  // Without Dexie's cache: a page with live queries that stays open would keep a transaction of each
  // query whose data another context has changed. Dexie adds the tables named below as properties.
  const db = new Dexie(name, { indexedDB, cache: 'disabled' }) as Database;
  for (const define of VERSIONS) define(db);
  return db;
}
