import type { Page } from '@playwright/test';

/** A row of a list that came onto the screen. */
export interface RowPaint {
  id: string;
  /** When the row's event was sent, in milliseconds since 1970. */
  sentAt: number;
  /** When the first frame with the row was painted, in milliseconds since 1970. */
  paintedAt: number;
}

type WithPaints = typeof globalThis & { benchmarkPaints?: RowPaint[] };

/**
 * Logs from now on when rows are painted: elements with a `data-event-id` and the time of the event
 * in a `<time>`. They are looked for in the shadow root of `host`, or in the page itself.
 */
export async function logRowPaints(page: Page, host?: string): Promise<void> {
  await page.evaluate((name) => {
    const paints: RowPaint[] = [];
    (globalThis as WithPaints).benchmarkPaints = paints;

    function rowsIn(node: Node): HTMLElement[] {
      if (!(node instanceof HTMLElement)) return [];
      if (node.dataset.eventId !== undefined) return [node];
      return [...node.querySelectorAll<HTMLElement>('[data-event-id]')];
    }

    const { port1, port2 } = new MessageChannel();
    const waiting: (() => void)[] = [];
    port1.addEventListener('message', () => {
      for (const run of waiting.splice(0)) run();
    });
    port1.start();

    function afterPaint(run: () => void): void {
      requestAnimationFrame(() => {
        // The frame is painted at the end of this task, so the next task is after it.
        waiting.push(run);
        port2.postMessage(null);
      });
    }

    const root = name === undefined ? document.body : document.querySelector(name)?.shadowRoot;
    if (!root) throw new Error(`The page has no ${name}.`);
    new MutationObserver((records) => {
      const rows = records.flatMap(({ addedNodes }) => [...addedNodes]).flatMap(rowsIn);
      if (rows.length === 0) return;
      afterPaint(() => {
        const paintedAt = Date.now();
        for (const row of rows) {
          const sentAt = Date.parse(row.querySelector('time')?.dateTime ?? '');
          paints.push({ id: row.dataset.eventId ?? '', sentAt, paintedAt });
        }
      });
    }).observe(root, { childList: true, subtree: true });
  }, host);
}

/** Waits until `count` rows were painted since the last call, and returns them. */
export async function takeRowPaints(page: Page, count: number): Promise<RowPaint[]> {
  await page.waitForFunction(
    (least) => ((globalThis as WithPaints).benchmarkPaints?.length ?? 0) >= least,
    count,
  );
  return await page.evaluate(() => (globalThis as WithPaints).benchmarkPaints?.splice(0) ?? []);
}
