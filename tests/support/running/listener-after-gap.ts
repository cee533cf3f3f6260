import { expect } from 'vitest';
import { heardUntil } from '@/lib/db/attendance';
import { storeStreamer, updateChannel } from '@/lib/db/channels';
import type { AccountRecord } from '@/lib/db/database';
import { storeAttendance } from '@/lib/db/store-attendance';
import { HOUR, MINUTE } from '@/lib/time';
import { DEMO_STREAMER } from '../builders/accounts';
import { START, settled } from '../fakes/fake-clock';
import { until } from '../until';
import { prepareListener, type RunningListener } from './running-listener';

export const TEXT = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
export const LIVE = { streamId: '77', startedAt: START - HOUR };
/** When the gap begins. */
export const SINCE = START - 30 * MINUTE;

/**
 * Prepares a listener for a streamer whose stream was live half an hour ago, before the gap. Helix
 * reports no change.
 */
export async function prepareGap(): Promise<RunningListener> {
  const running = prepareListener();
  await storeStreamer(running.db, DEMO_STREAMER);
  await updateChannel(running.db, '100', { live: LIVE, text: TEXT });
  await storeAttendance(running.db, { groups: [{ heard_at: SINCE, streamer_ids: ['100'] }] });
  running.api.channels.set('100', { live: LIVE, text: TEXT });
  running.api.moderated.add('100');
  return running;
}

/** Starts the listener and waits until the gap is stored. */
export async function listenAfterGap(
  running: RunningListener,
  account?: AccountRecord,
): Promise<void> {
  await running.start(account && { account });
  await running.welcome();
  await until(async () => expect(await heardUntil(running.db, '100')).toBe(START));
  await settled();
}
