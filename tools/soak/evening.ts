import { setTimeout as wait } from 'node:timers/promises';
import type { SentEvent } from '../../tests/simulator/core/sent-log.ts';
import {
  measurePage,
  measureWorker,
  type PageMemory,
  type WorkerMemory,
} from '../browser/memory.ts';
import type { Evening } from './calendar.ts';
import { expectationOf, rolesOf } from './expectation.ts';
import { cause } from './incidents.ts';
import { EVENING_HOURS } from './options.ts';
import { until, untilListening, untilPopupListens, type World } from './world.ts';

/** The memory of the browser at the end of an evening. */
export interface Sample {
  worker: WorkerMemory;
  panel: PageMemory;
  popup: PageMemory;
}

/** Plays an evening with its incidents, and waits until everything is quiet again. */
export async function playEvening(world: World, evening: Evening, speed: number): Promise<void> {
  const { admin, streamers, stop } = world;
  const lengthMs = (EVENING_HOURS * 3_600_000) / speed;
  const begin = Date.now();
  await admin.scenario({
    name: 'several',
    seed: evening.seed,
    speed,
    streamers: streamers.map(({ id }) => id),
  });
  for (const incident of evening.incidents) {
    const left = begin + incident.at * lengthMs - Date.now();
    if (left > 0) await wait(left, undefined, { signal: stop });
    await cause(world, incident);
  }
  await until('the evening is over', stop, async () => (await admin.state()).scenario === null);
  await untilListening(world);
  await untilPopupListens(world.popup);
}

/** Measures the memory while nothing happens. */
export async function takeSample({ browser, origin, channel, popup }: World): Promise<Sample> {
  return {
    worker: await measureWorker(browser, origin),
    panel: await measurePage(channel),
    popup: await measurePage(popup),
  };
}

/** Returns the events after the one with that number that the extension may have stored. */
export async function sentSince({ admin, streamers }: World, number: number): Promise<SentEvent[]> {
  const roles = rolesOf(streamers);
  return (await admin.listSent(number)).filter(
    (event) => expectationOf(event, roles) !== 'nothing',
  );
}
