import { eventRows, panelOn } from '../../e2e/support/screens.ts';
import type { Benchmark, BenchmarkOptions } from '../core/benchmark.ts';
import { atMost, atMostMore, atMostTimes, type Figure, type Reach } from '../core/figure.ts';
import { type IdleCosts, measureIdle } from './idle.ts';
import { type LoadOptions, type Loads, measureLoads } from './load.ts';
import type { PageMetrics } from './page-metrics.ts';
import { staticPage } from './static-page.ts';
import { type Browsers, listenWithRows, withVariants } from './variants.ts';

const FAVORITE = 'demo_streamer';
const OTHER = 'other_streamer';
const IDLE_SECONDS = 30;
const EMPTY = 'an empty content script';

/** Differences from the page without an extension, round by round. */
function gains<Row>(rows: readonly Row[], none: readonly Row[], value: (row: Row) => number) {
  return rows.map((row, round) => value(row) - value(none[round] ?? row));
}

function loadFigures(state: string, loads: Loads): Figure[] {
  const figure = (
    what: string,
    unit: string,
    value: (metrics: PageMetrics) => number,
    reach?: Reach,
  ): Figure => ({
    what: `${state}: ${what}`,
    unit,
    values: gains(loads.product, loads.none, value),
    baseline: { what: EMPTY, values: gains(loads.empty, loads.none, value) },
    ...(reach && { reach }),
  });
  return [
    figure('script', 'ms', ({ script }) => script, atMostTimes(5)),
    figure('task', 'ms', ({ task }) => task, atMost(30, 'ms')),
    figure('heap', 'kB', ({ heap }) => heap, atMost(500, 'kB')),
    figure('nodes', 'nodes', ({ nodes }) => nodes),
  ];
}

function idleFigures(costs: IdleCosts): Figure[] {
  const figure = (what: string, value: (cost: IdleCosts['none'][number]) => number): Figure => ({
    what: `idle: task, ${what}`,
    unit: 'ms/s',
    values: gains(costs.product, costs.none, value),
    baseline: { what: EMPTY, values: gains(costs.empty, costs.none, value) },
    reach: atMostMore(0.1, 'ms/s'),
  });
  return [
    figure('visible tab', ({ visible }) => visible),
    figure('4 hidden tabs', ({ hidden }) => hidden),
    figure('5 tabs', ({ visible, hidden }) => visible + hidden),
  ];
}

/** Loads a page of Twitch in one state of the extension. */
async function loads(
  browsers: Browsers,
  { rounds, progress }: BenchmarkOptions,
  state: string,
  options: Omit<LoadOptions, 'rounds'>,
): Promise<Figure[]> {
  progress(`loading pages: ${state} …`);
  return loadFigures(state, await measureLoads(browsers, { ...options, rounds }));
}

async function run(options: BenchmarkOptions): Promise<Figure[]> {
  return await withVariants(async (browsers) => {
    const favorite = await staticPage(browsers.contexts.none, FAVORITE);
    const other = await staticPage(browsers.contexts.none, OTHER);
    const figures = await loads(browsers, options, 'signed out', {
      ...other,
      isShown: async (page) => await panelOn(page).getByText('Set up').waitFor(),
    });
    await listenWithRows(browsers, FAVORITE);
    figures.push(
      ...(await loads(browsers, options, 'favorite elsewhere', {
        ...other,
        isShown: async (page) =>
          await panelOn(page)
            .getByRole('button', { name: /Show live events/ })
            .waitFor(),
      })),
      ...(await loads(browsers, options, 'ten rows', {
        ...favorite,
        isShown: async (page) => await eventRows(panelOn(page)).nth(9).waitFor(),
      })),
      ...(await loads(browsers, options, 'hidden tab', {
        ...favorite,
        isHidden: true,
        isShown: async (page) => {
          const shown = await panelOn(page).count();
          if (shown > 0) throw new Error('The panel is rendered in a tab that nobody looks at.');
        },
      })),
    );
    options.progress('leaving five tabs alone …');
    const idle = { ...favorite, rounds: options.rounds, seconds: IDLE_SECONDS };
    return [...figures, ...idleFigures(await measureIdle(browsers, idle))];
  });
}

/** What Twitch's own page pays for the panel. */
export const page: Benchmark = {
  name: 'page',
  what: 'what a page of Twitch gains: while it loads, in three states, and while nothing happens',
  run,
};
