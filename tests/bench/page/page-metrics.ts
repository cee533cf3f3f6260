import type { CDPSession, Page } from '@playwright/test';

/** What a tab has cost since it was opened; times of the processor, in milliseconds. */
export interface PageMetrics {
  /** When this was read. */
  readAt: number;
  /** Running and compiling scripts, those of extensions included. */
  script: number;
  /** Everything that the main thread did. */
  task: number;
  /** In kB. */
  heap: number;
  nodes: number;
}

/** Reads the metrics of one tab. Numbers of the whole tab include the worlds of content scripts. */
export interface Meter {
  read(options?: { isHeapExact: boolean }): Promise<PageMetrics>;
}

async function metricsOf(devtools: CDPSession): Promise<(name: string) => number> {
  // https://chromedevtools.github.io/devtools-protocol/tot/Performance/#method-getMetrics
  const { metrics } = await devtools.send('Performance.getMetrics');
  const values = new Map(metrics.map(({ name, value }) => [name, value]));
  return (name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`Chromium no longer measures ${name}.`);
    return value;
  };
}

/** Creates the meter of a tab, before the tab loads the page. */
export async function createMeter(page: Page): Promise<Meter> {
  const devtools = await page.context().newCDPSession(page);
  // Time during which another process had the processor does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    read: async ({ isHeapExact } = { isHeapExact: false }) => {
      const times = await metricsOf(devtools);
      if (isHeapExact) await devtools.send('HeapProfiler.collectGarbage');
      const memory = await metricsOf(devtools);
      return {
        readAt: times('Timestamp') * 1000,
        script: (times('ScriptDuration') + times('V8CompileDuration')) * 1000,
        task: times('TaskDuration') * 1000,
        heap: memory('JSHeapUsedSize') / 1000,
        nodes: memory('Nodes'),
      };
    },
  };
}
