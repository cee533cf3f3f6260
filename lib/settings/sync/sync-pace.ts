import { systemClock } from '@/lib/time';
import { createWritePace } from './gathered-writes';

/** The pace of all writes to `storage.sync` in this context. */
export const syncPace = createWritePace(systemClock);
