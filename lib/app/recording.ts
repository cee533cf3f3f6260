import type { Database } from '@/lib/db/database';
import { recordEvents } from '@/lib/db/history/events';
import { problemOfStorage } from '@/lib/db/storage-problem';
import type { Retention } from '@/lib/domain/history/retention';
import type { MomentSettings } from '@/lib/domain/view/moments';
import type { Log } from '@/lib/log';
import type { Clock } from '@/lib/time';
import type { ConnectionReport } from './feed/connection-report';
import type { Publisher } from './feed/publisher';
import { createFollowGrouping, type FollowGrouping } from './history/group-follows';
import { createIndexing, type Indexing } from './history/indexing';
import { createMomentSizesJob, type MomentSizesJob } from './history/moment-sizes';
import { createRecorder, type Recorder } from './history/recorder';
import { createRetentionJob, type RetentionJob } from './history/retention';
import type { Notifications } from './notifications/notifications';

/** Dependencies of {@link createRecording}. */
export interface RecordingOptions {
  db: Database;
  publisher: Pick<Publisher, 'publish' | 'recorded' | 'state'>;
  report: Pick<ConnectionReport, 'storageWorks' | 'storageFailed'>;
  notifications: Pick<Notifications, 'recorded'>;
  readRetention(): Promise<Retention>;
  readMoments(): Promise<MomentSettings>;
  clock: Clock;
  log: Log;
}

/** What writes events to the log, groups them, measures them, and deletes old ones. */
export interface Recording {
  recorder: Recorder;
  followGrouping: FollowGrouping;
  momentSizes: MomentSizesJob;
  indexing: Indexing;
  retention: RetentionJob;
}

/** Puts recording together: everything that happens before and after a commit. */
export function createRecording(options: RecordingOptions): Recording {
  const { db, publisher, report, notifications, readRetention, readMoments, clock, log } = options;
  const { publish } = publisher;
  const retention = createRetentionJob({ db, readRetention, deleted: publish, clock, log });
  const followGrouping = createFollowGrouping({ db, grouped: publish, clock, log });
  const momentSizes = createMomentSizesJob({
    db,
    streamerIds: () => publisher.state.streamers.map(({ id }) => id),
    readMoments,
    changed: publish,
    clock,
    log,
  });
  const indexing = createIndexing({ db, clock, log });
  const recorder = createRecorder({
    write: (events) => recordEvents(db, events),
    // Everything that happens after a commit, in this order.
    subscribers: [
      report.storageWorks,
      publisher.recorded,
      followGrouping.groupRecorded,
      notifications.recorded,
      indexing.recorded,
    ],
    failed: (error) => void onRecordingFailed(error, { report, retention, recorder }),
    clock,
    log,
  });
  return { retention, followGrouping, momentSizes, indexing, recorder };
}

/** Shows the problem. If space can be freed, tries again to store the events. */
async function onRecordingFailed(
  error: unknown,
  parts: Pick<RecordingOptions, 'report'> & Pick<Recording, 'retention' | 'recorder'>,
): Promise<void> {
  const { report, retention, recorder } = parts;
  const problem = problemOfStorage(error);
  report.storageFailed(problem);
  if (problem === 'storage_full' && (await retention.makeRoom())) await recorder.flush();
}
