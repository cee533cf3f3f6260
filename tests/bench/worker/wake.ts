import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { extensionOrigin } from '../../../tools/browser/chromium.ts';
import { measureWorker } from '../../../tools/browser/memory.ts';
import type { Benchmark } from '../core/benchmark.ts';
import { type World, withWorld } from '../core/browser.ts';
import { asCalculated, atMostMore, type Figure } from '../core/figure.ts';
import { POINTS_OF_RESTART } from '../scale/worker-start.ts';
import { bareHeaders, connectBare } from './bare-client.ts';
import { listenAsViewer, untilSome } from './listening.ts';

/** Times in milliseconds since 1970. */
interface Woken {
  /** When the message was sent that woke the worker. */
  sentAt: number;
  /** When the worker had an answer to every subscription. */
  listeningAt: number;
  /** When the screens were told so. */
  shownAt: number;
}

/** Runs on a page of the extension: wakes the worker, and waits until it listens again. */
const WAKE_SCRIPT = `(async () => {
  const sentAt = Date.now();
  const isListening = ({ connection, publishedAt }) =>
    connection.state === 'listening' && publishedAt >= sentAt;
  const shownAt = new Promise((resolve) => {
    chrome.storage.local.onChanged.addListener(function onChanged({ feed }) {
      if (feed === undefined || !isListening(feed.newValue)) return;
      chrome.storage.local.onChanged.removeListener(onChanged);
      resolve(Date.now());
    });
  });
  await chrome.runtime.sendMessage({ name: 'feed/seen', data: { upTo: 0 } });
  const shown = await shownAt;
  // The journal is written after the screens are told.
  for (;;) {
    const { journal } = await chrome.storage.local.get('journal');
    const { at, state } = journal.entries.at(-1);
    if (state === 'listening' && at >= sentAt) return { sentAt, shownAt: shown, listeningAt: at };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
})()`;

/** Pauses between two measurements. */
const PAUSE_MS = 1_000;

/** Ends the service worker, and waits until Twitch sees no session of it. */
async function killWorker({ context, admin }: World, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');
  await devtools.detach();
  await untilSome('the end of the session', async () => {
    const { sessions } = await admin.state();
    return sessions.every(({ status }) => status === 'ended') || undefined;
  });
}

interface Wake {
  /** From the start of the worker until it listens, in milliseconds. */
  toListening: number;
  /** From the message until the screens are told that it listens, in milliseconds. */
  toShown: number;
  /** The requests to Helix meanwhile. */
  requests: number;
}

/** Returns the number of requests to Helix so far. */
async function helixRequests({ admin }: World): Promise<number> {
  const { requests } = await admin.state();
  return Object.entries(requests)
    .filter(([path]) => path.startsWith('/helix/'))
    .reduce((sum, [, count]) => sum + count, 0);
}

async function measureWake(world: World, page: Page): Promise<Wake> {
  const { context } = world;
  await killWorker(world, page);
  await wait(PAUSE_MS);
  const before = await helixRequests(world);
  const { sentAt, listeningAt, shownAt }: Woken = await page.evaluate(WAKE_SCRIPT);
  // The backfill and the names come last.
  await wait(PAUSE_MS);
  const requests = (await helixRequests(world)) - before;
  const browser = context.browser();
  if (browser === null) throw new Error('Playwright has no handle of the browser.');
  const { startedAt } = await measureWorker(browser, await extensionOrigin(context));
  return {
    toListening: listeningAt - startedAt,
    toShown: shownAt - sentAt,
    requests,
  };
}

async function measureBaseline({ admin, simulator }: World, page: Page): Promise<number> {
  const { subscriptions } = await admin.state();
  const own = subscriptions.filter(
    ({ status, client_id }) => status === 'enabled' && client_id === 'bench-client',
  );
  await wait(PAUSE_MS);
  return await connectBare(page, await bareHeaders(simulator), own);
}

function figuresOf(wakes: readonly Wake[], baselines: readonly number[]): Figure[] {
  const baseline = { what: 'a bare socket and the same POSTs', values: baselines };
  return [
    {
      what: 'worker start → listening',
      unit: 'ms',
      values: wakes.map(({ toListening }) => toListening),
      baseline,
      reach: atMostMore(150, 'ms'),
    },
    {
      what: 'message → shown as listening',
      unit: 'ms',
      values: wakes.map(({ toShown }) => toShown),
      baseline,
    },
    {
      what: 'requests to Helix',
      unit: 'requests',
      values: wakes.map(({ requests }) => requests),
      baseline: { what: 'docs/scaling.md', values: [POINTS_OF_RESTART] },
      reach: asCalculated,
    },
  ];
}

/** How long the worker needs to listen again. */
export const wake: Benchmark = {
  name: 'wake',
  what: 'a killed worker is woken by a message; nothing slows the network',
  run: async ({ rounds, progress }) =>
    await withWorld({}, async (world) => {
      const { page } = await listenAsViewer(world);
      const wakes: Wake[] = [];
      const baselines: number[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        progress(`wake ${round} of ${rounds} …`);
        baselines.push(await measureBaseline(world, page));
        wakes.push(await measureWake(world, page));
      }
      return figuresOf(wakes, baselines);
    }),
};
