import { setTimeout as wait } from 'node:timers/promises';
import type { Sent } from '../../tests/simulator/core/sent-log.ts';
import type { Evening } from './calendar.ts';
import { gaugePage, gaugeWorker, type PageGauge, type WorkerGauge } from './gauges.ts';
import { happen } from './happenings.ts';
import { isForViewers } from './ledger.ts';
import { EVENING_HOURS } from './options.ts';
import { until, untilListening, untilToldListening, type World } from './world.ts';

/** What the browser holds on to at the end of an evening. */
export interface Sample {
  worker: WorkerGauge;
  panel: PageGauge;
  popup: PageGauge;
}

/** Plays an evening with all that happens in it, until everything is quiet again. */
export async function playEvening(world: World, evening: Evening, speed: number): Promise<void> {
  const { admin, stop } = world;
  const lengthMs = (EVENING_HOURS * 3_600_000) / speed;
  const begin = Date.now();
  await admin.scenario({ name: 'evening', seed: evening.seed, speed });
  for (const happening of evening.happenings) {
    const left = begin + happening.at * lengthMs - Date.now();
    if (left > 0) await wait(left, undefined, { signal: stop });
    await happen(world, happening);
  }
  await until('the evening is over', stop, async () => (await admin.state()).scenario === null);
  await untilListening(world);
  await untilToldListening(world.popup);
}

/** Takes the figures of a quiet moment. */
export async function takeSample({ browser, origin, channel, popup }: World): Promise<Sample> {
  return {
    worker: await gaugeWorker(browser, origin),
    panel: await gaugePage(channel),
    popup: await gaugePage(popup),
  };
}

/** What happened on the channel since the event of that number, as far as it concerns viewers. */
export async function sentSince({ admin }: World, number: number): Promise<Sent[]> {
  return (await admin.sentAfter(number)).filter(isForViewers);
}
