import type { Page } from '@playwright/test';
import type { Simulator } from '../../simulator/server.ts';
import { createHarness } from '../../simulator/testing/harness.ts';
import type { World } from '../core/browser.ts';

/** A worker that receives frames and only calls `JSON.parse` on them: the baseline of a flood. */
export interface BareParser {
  sessionId: string;
  /**
   * Resolves when the worker has parsed so many frames more. Returns the milliseconds that
   * `JSON.parse` took for them.
   */
  received(count: number): Promise<number>;
}

interface Progress {
  count: number;
  parseMs: number;
}

/** The script of the worker. It reports the session id, and how far it is every hundred frames. */
const SCRIPT = `
  let count = 0;
  let parseMs = 0;
  const socket = new WebSocket('wss://eventsub.wss.twitch.tv/ws');
  socket.onmessage = ({ data }) => {
    const start = performance.now();
    const { metadata, payload } = JSON.parse(data);
    parseMs += performance.now() - start;
    if (metadata.message_type === 'session_welcome') postMessage(payload.session.id);
    if (metadata.message_type !== 'notification') return;
    count += 1;
    if (count % 100 === 0) postMessage({ count, parseMs });
  };
`;

/** A page of Twitch's on which the extension has no script: a page may not run such a worker. */
const EMPTY_PAGE = 'https://static-cdn.jtvnw.net/empty';

/** Starts the worker, and gives its session a subscription, without which Twitch closes it. */
export async function startBareParser({ context, simulator }: World): Promise<BareParser> {
  const page = await context.newPage();
  await page.goto(EMPTY_PAGE);
  const { promise: sessionId, resolve } = Promise.withResolvers<string>();
  let parsed: Progress = { count: 0, parseMs: 0 };
  let wanted: { count: number; done(): void } | null = null;
  await page.exposeFunction('reported', (report: string | Progress) => {
    if (typeof report === 'string') return resolve(report);
    parsed = report;
    if (wanted !== null && parsed.count >= wanted.count) wanted.done();
  });
  await runWorker(page);
  await subscribe(simulator, await sessionId);
  return {
    sessionId: await sessionId,
    received: async (count) => {
      const before = parsed;
      const { promise, resolve: done } = Promise.withResolvers<void>();
      wanted = { count: before.count + count, done };
      await promise;
      wanted = null;
      return parsed.parseMs - before.parseMs;
    },
  };
}

async function runWorker(page: Page): Promise<void> {
  await page.evaluate((script) => {
    const worker = new Worker(URL.createObjectURL(new Blob([script])));
    worker.addEventListener('message', ({ data }) => Reflect.get(window, 'reported')(data));
  }, SCRIPT);
}

async function subscribe(simulator: Simulator, sessionId: string): Promise<void> {
  const api = await createHarness(simulator).signIn();
  const condition = { broadcaster_user_id: '100', user_id: '200' };
  await api.subscribe(sessionId, 'channel.chat.notification', condition);
}
