import { startSimulator } from '../../simulator/server.ts';
import { createHarness, type Harness } from '../../simulator/testing/harness.ts';
import type { Benchmark } from '../core/benchmark.ts';
import { asCalculated, type Figure } from '../core/figure.ts';
import { type BareWorker, createBareWorker, type Start } from './bare-worker.ts';
import {
  POINTS_OF_FIRST_START,
  POINTS_OF_RESTART,
  SESSION_COST,
  VIEWER_SUBSCRIPTIONS,
} from './worker-start.ts';

const WORKERS = 500;
const STARTED_AT_ONCE = 50;
/** Points of Helix in a minute, for each user and Client ID. */
const POINTS = 800;
/** See docs/scaling.md. */
const MAX_COST = 10;
const MAX_SOCKETS = 3;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function calculated(what: string, unit: string, value: number, expected: number): Figure {
  const baseline = { what: 'calculated', values: [expected] };
  return { what, unit, values: [value], baseline, reach: asCalculated };
}

/**
 * Starts workers, some at a time: this one process cannot answer all of them within the ten seconds
 * that Twitch leaves for the first subscription.
 */
async function startAll(workers: readonly BareWorker[]): Promise<Start[]> {
  const starts: Start[] = [];
  for (let next = 0; next < workers.length; next += STARTED_AT_ONCE) {
    const group = workers.slice(next, next + STARTED_AT_ONCE);
    starts.push(...(await Promise.all(group.map((worker) => worker.start()))));
  }
  return starts;
}

/** Starts every worker, breaks all sockets, and starts every worker again. */
async function measureStorm(twitch: Harness): Promise<Figure[]> {
  const ids = Array.from({ length: WORKERS }, (_, index) => `client-${index}`);
  const workers = await Promise.all(ids.map((id) => createBareWorker(twitch, id)));
  const first = await startAll(workers);
  await twitch.admin.fault({ kind: 'cut' });
  const storm = await startAll(workers);
  const starts = [...first, ...storm];
  const requests = (of: readonly Start[]) => sum(of.map((start) => start.requests));
  const perViewer = POINTS_OF_FIRST_START + POINTS_OF_RESTART;
  return [
    calculated('first start', 'requests', requests(first), WORKERS * POINTS_OF_FIRST_START),
    calculated(
      'start after all were cut off',
      'requests',
      requests(storm),
      WORKERS * POINTS_OF_RESTART,
    ),
    calculated('answers 429', 'answers', sum(starts.map(({ limited }) => limited)), 0),
    calculated(
      'points left to each viewer after both, at least',
      'points',
      Math.min(...starts.map(({ pointsLeft }) => pointsLeft)),
      POINTS - perViewer,
    ),
    calculated(
      'highest cost of a viewer, with what the old socket left',
      'points',
      Math.max(...starts.map(({ cost }) => cost)),
      SESSION_COST,
    ),
    calculated(
      'subscriptions after the storm',
      'subscriptions',
      sum(storm.map(({ subscriptions }) => subscriptions)),
      WORKERS * VIEWER_SUBSCRIPTIONS.length,
    ),
  ];
}

/** Starts four browsers of one viewer, one after another. */
async function measureBrowsers(twitch: Harness): Promise<Figure[]> {
  const figures: Figure[] = [];
  const free = VIEWER_SUBSCRIPTIONS.filter(({ cost }) => cost === 0).length;
  for (const number of [1, 2, 3, 4]) {
    const start = await (await createBareWorker(twitch, 'client-of-four')).start();
    const affordable = Math.max(MAX_COST - (number - 1) * SESSION_COST, 0);
    const expected = number > MAX_SOCKETS ? 0 : free + Math.min(affordable, SESSION_COST);
    figures.push(
      calculated(`browser ${number} of one viewer`, 'subscriptions', start.subscriptions, expected),
    );
  }
  return figures;
}

/** The arithmetic of docs/scaling.md, checked against the simulated Twitch. */
export const scale: Benchmark = {
  name: 'scale',
  what: `${WORKERS} viewers start and start again, as bare clients of one simulated Twitch`,
  isOnRequest: true,
  run: async ({ progress }) => {
    // The time stands still, so that no point of Helix comes back: everything is in one moment.
    const now = Date.now();
    const simulator = await startSimulator({ seed: 1, clock: { now: () => now } });
    const twitch = createHarness(simulator);
    try {
      progress(`starting ${WORKERS} workers twice …`);
      const storm = await measureStorm(twitch);
      return [...storm, ...(await measureBrowsers(twitch))];
    } finally {
      await twitch.close();
    }
  },
};
