import { setTimeout as wait } from 'node:timers/promises';
import type { Happening, HappeningKind } from './calendar.ts';
import { sessionIds, untilListening, type World } from './world.ts';

type Act = (world: World, lasting: () => Promise<void>) => Promise<void>;

const SOCKETS = '/ws';

/**
 * Stops every process of the browser, as a computer that sleeps does, and lets them go on later. The
 * clock goes on meanwhile.
 */
async function asleep({ browser }: World, meanwhile: () => Promise<void>): Promise<void> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  // The browser process comes first, so that it sees none of the others stop.
  for (const { id } of processInfo) process.kill(id, 'SIGSTOP');
  try {
    await meanwhile();
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

/** The extension goes on listening, or moves over without a pause. */
const HARMLESS: Partial<Record<HappeningKind, Act>> = {
  hand_over: ({ admin }) => admin.fault({ kind: 'reconnect' }),
  failing_hand_over: async ({ admin }) => {
    await admin.fault({ kind: 'http', path: SOCKETS, status: 503, times: 2 });
    await admin.fault({ kind: 'reconnect' });
  },
  nap: asleep,
  sent_twice: ({ admin }) => admin.fault({ kind: 'duplicate', times: 200 }),
};

/** The session is gone, and another one has to come. */
const LOSSES: Partial<Record<HappeningKind, Act>> = {
  cut: ({ admin }) => admin.fault({ kind: 'cut' }),
  server_error: ({ admin }) => admin.fault({ kind: 'close', code: 4000 }),
  network_timeout: ({ admin }) => admin.fault({ kind: 'close', code: 4005 }),
  silence: ({ admin }) => admin.fault({ kind: 'silence' }),
  offline: async ({ admin }, lasting) => {
    await admin.fault({ kind: 'offline' });
    await lasting();
    await admin.fault({ kind: 'clear' });
  },
  twitch_restart: async ({ admin }, lasting) => {
    await admin.fault({ kind: 'http', path: SOCKETS, status: 503 });
    await admin.fault({ kind: 'close', code: 1012 });
    await lasting();
    await admin.fault({ kind: 'clear' });
  },
  helix_down: async ({ admin }, lasting) => {
    await admin.fault({ kind: 'http', path: '/helix/*', status: 503 });
    await admin.fault({ kind: 'close', code: 4000 });
    await lasting();
    await admin.fault({ kind: 'clear' });
  },
  // Chromium drops its sockets when the system tells it of sleep.
  sleep: (world, lasting) =>
    asleep(world, async () => {
      await world.admin.fault({ kind: 'cut' });
      await lasting();
    }),
  // And where it is told nothing, they are dead and it does not know.
  sleep_half_open: (world, lasting) =>
    asleep(world, async () => {
      await world.admin.fault({ kind: 'silence' });
      await lasting();
    }),
  worker_ended: endWorker,
};

/** Lets it happen, and waits until the extension listens again. */
export async function happen(world: World, { kind, seconds }: Happening): Promise<void> {
  const lasting = () => wait(seconds * 1000, undefined, { signal: world.stop });
  await HARMLESS[kind]?.(world, lasting);
  const lose = LOSSES[kind];
  const before = lose === undefined ? new Set<string>() : await sessionIds(world);
  await lose?.(world, lasting);
  await untilListening(world, before);
}
