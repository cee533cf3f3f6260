import { setTimeout as wait } from 'node:timers/promises';
import type { Incident, IncidentKind } from './calendar.ts';
import { sessionIds, untilListening, type World } from './world.ts';

/** Causes an incident. `waitForEnd` waits as long as the incident lasts. */
type Cause = (world: World, waitForEnd: () => Promise<void>) => Promise<void>;

const SOCKETS = '/ws';

/**
 * Stops every process of the browser, as when the computer sleeps, and continues them afterwards.
 * Unlike in a real sleep, the monotonic clock goes on.
 */
async function whileAsleep({ browser }: World, act: () => Promise<void>): Promise<void> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  // The browser process comes first, so that it does not notice that the others stop.
  for (const { id } of processInfo) process.kill(id, 'SIGSTOP');
  try {
    await act();
  } finally {
    for (const { id } of processInfo) process.kill(id, 'SIGCONT');
  }
}

async function endWorker({ context, popup }: World): Promise<void> {
  const devtools = await context.newCDPSession(popup);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await devtools.detach();
}

/** The extension goes on listening, or moves to another socket without a gap. */
const HARMLESS: Partial<Record<IncidentKind, Cause>> = {
  session_reconnect: ({ admin }) => admin.fault({ kind: 'reconnect' }),
  failing_session_reconnect: async ({ admin }) => {
    await admin.fault({ kind: 'http', path: SOCKETS, status: 503, times: 2 });
    await admin.fault({ kind: 'reconnect' });
  },
  nap: whileAsleep,
  sent_twice: ({ admin }) => admin.fault({ kind: 'duplicate', times: 200 }),
};

/** The session ends, and the extension has to start another one. */
const LOSSES: Partial<Record<IncidentKind, Cause>> = {
  cut: ({ admin }) => admin.fault({ kind: 'cut' }),
  server_error: ({ admin }) => admin.fault({ kind: 'close', code: 4000 }),
  network_timeout: ({ admin }) => admin.fault({ kind: 'close', code: 4005 }),
  silence: ({ admin }) => admin.fault({ kind: 'silence' }),
  offline: async ({ admin }, waitForEnd) => {
    await admin.fault({ kind: 'offline' });
    await waitForEnd();
    await admin.fault({ kind: 'clear' });
  },
  twitch_restart: async ({ admin }, waitForEnd) => {
    await admin.fault({ kind: 'http', path: SOCKETS, status: 503 });
    await admin.fault({ kind: 'close', code: 1012 });
    await waitForEnd();
    await admin.fault({ kind: 'clear' });
  },
  helix_down: async ({ admin }, waitForEnd) => {
    await admin.fault({ kind: 'http', path: '/helix/*', status: 503 });
    await admin.fault({ kind: 'close', code: 4000 });
    await waitForEnd();
    await admin.fault({ kind: 'clear' });
  },
  // Chromium closes its sockets if the system announces the sleep.
  sleep: (world, waitForEnd) =>
    whileAsleep(world, async () => {
      await world.admin.fault({ kind: 'cut' });
      await waitForEnd();
    }),
  // Without an announcement the sockets are dead, and Chromium does not know.
  sleep_half_open: (world, waitForEnd) =>
    whileAsleep(world, async () => {
      await world.admin.fault({ kind: 'silence' });
      await waitForEnd();
    }),
  worker_ended: endWorker,
};

/** Causes an incident, and waits until the extension listens again. */
export async function cause(world: World, { kind, seconds }: Incident): Promise<void> {
  const waitForEnd = () => wait(seconds * 1000, undefined, { signal: world.stop });
  await HARMLESS[kind]?.(world, waitForEnd);
  const lose = LOSSES[kind];
  const before = lose === undefined ? new Set<string>() : await sessionIds(world);
  await lose?.(world, waitForEnd);
  await untilListening(world, before);
}
