import type Dexie from 'dexie';
import type { Gap } from '@/lib/domain/history/gap';

/** Defines each released version of the database, the first one first. None is ever removed. */
export const VERSIONS: readonly ((db: Dexie) => void)[] = [
  (db) => {
    db.version(1).stores({
      events: '++seq, &id, &natural_key, thread, [streamer_id+row_at]',
      counts: '[streamer_id+event_type+period], period',
      accounts: 'id',
      channels: 'id',
      session: 'id',
      receiving: 'id',
    });
  },
  (db) => {
    db.version(2)
      .stores({
        events:
          '++seq, &id, &natural_key, thread, folds_at, created_at, ' +
          '[streamer_id+row_at], [streamer_id+event_type+row_at]',
        gaps: '++seq, [streamer_id+until]',
      })
      .upgrade(async (transaction) => {
        // The subscription report is stored again at every start; that of version 1 has fewer fields.
        await transaction.table('receiving').clear();
        // Version 1 had no content labels and no VODs. Both are read again at the next start.
        await transaction
          .table('channels')
          .toCollection()
          .modify({ text: null, recordingUrl: null });
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
  },
  (db) => {
    // The subscription report is stored again at every start; that of version 2 has no keys.
    db.version(3).upgrade((transaction) => transaction.table('receiving').clear());
  },
  (db) => {
    db.version(4)
      .stores({
        events:
          '++seq, &id, &natural_key, thread, folds_at, created_at, row_at, ' +
          '[streamer_id+row_at], [streamer_id+event_type+row_at]',
        // An entry of `ends` is a key of two parts, like that of the index [streamer_id+until] before.
        gaps: '++seq, from, *ends',
        attendance: 'id',
      })
      .upgrade(async (transaction) => {
        // The subscription reports are stored again at every start; in version 3 there was only one.
        await transaction.table('receiving').clear();
        await transaction.table('gaps').toCollection().modify(keepOneEnd);
      });
  },
  (db) => {
    db.version(5).stores({
      events:
        '++seq, &id, &natural_key, thread, folds_at, created_at, row_at, ' +
        '[streamer_id+row_at], [streamer_id+event_type+row_at], [viewer_id+created_at]',
    });
  },
  (db) => {
    // All of these are derived from the events, see lib/db/log-index/advance.ts, which fills them.
    db.version(6).stores({
      log_index: 'id',
      hours: '[streamer_id+hour], hour',
      viewers: 'id, *suffixes',
      people:
        '[viewer_id+streamer_id], [streamer_id+gifts], [streamer_id+bits], ' +
        '[streamer_id+raids], [streamer_id+streak], [streamer_id+months]',
      words: '[streamer_id+word+at+seq]',
    });
  },
  (db) => {
    // A record of `days` has the hours of one day. The index is made anew, see lib/db/log-index/index-tables.ts.
    db.version(7).stores({ hours: null, days: '[streamer_id+day], day' });
  },
];

/** Gives a gap of version 3, which concerned one streamer, the form of a pause. */
function keepOneEnd(
  { seq, from, reason, streamer_id, until }: Gap & { seq: number },
  change: { value: object },
): void {
  change.value = { seq, from, reason, ends: [[streamer_id, until]] };
}
