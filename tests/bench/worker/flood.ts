import { setTimeout as wait } from 'node:timers/promises';
import type { Benchmark } from '../core/benchmark.ts';
import { type World, withWorld } from '../core/browser.ts';
import { atMost, atMostTimes, type Figure, percentile } from '../core/figure.ts';
import { type BareParser, startBareParser } from './bare-parser.ts';
import { type ChatFrame, chatFrames } from './chat-frames.ts';
import { type Listening, listenAsViewer, untilSome } from './listening.ts';
import { openProcesses, type Processes } from './processes.ts';
import { type SeenEvent, watchStoredEvents } from './stored-events.ts';

const PER_SECOND = 1_000;
const SECONDS = 30;
/** After a pause, processes have finished what the last measurement left. */
const PAUSE_MS = 1_000;

/** Sends frames at an even pace. Calls `sent` for each. */
async function sendEvenly(
  frames: readonly ChatFrame[],
  send: (frame: ChatFrame) => boolean,
): Promise<void> {
  const start = performance.now();
  let next = 0;
  while (next < frames.length) {
    const due = Math.ceil(((performance.now() - start) / 1_000) * PER_SECOND);
    for (const frame of frames.slice(next, due)) {
      if (!send(frame)) throw new Error('The socket is closed.');
    }
    next = Math.max(next, due);
    await wait(5);
  }
}

interface FloodWorld extends World {
  listening: Listening;
  bare: BareParser;
  processes: Processes;
  /** Everything that was stored so far. */
  stored: Map<string, SeenEvent>;
}

interface Baseline {
  cpuSeconds: number;
  /** The part of it that `JSON.parse` needs. */
  parseSeconds: number;
}

async function measureBaseline(
  { simulator, bare, processes }: FloodWorld,
  frames: readonly ChatFrame[],
): Promise<Baseline> {
  const before = await processes.rendererSeconds();
  const received = bare.received(frames.length);
  await sendEvenly(frames, ({ text }) => simulator.send(bare.sessionId, text));
  const parseSeconds = (await received) / 1_000;
  return { cpuSeconds: (await processes.rendererSeconds()) - before, parseSeconds };
}

interface Flooded {
  cpuSeconds: number;
  /** From frame to stored, in milliseconds, of each cheer. */
  delays: number[];
  lostCheers: number;
  storedChat: number;
}

async function measureExtension(
  { simulator, listening, processes, stored }: FloodWorld,
  frames: readonly ChatFrame[],
): Promise<Flooded> {
  const sentAt = new Map<string, number>();
  const cheers = frames.filter(({ isCheer }) => isCheer);
  const before = await processes.rendererSeconds();
  await sendEvenly(frames, ({ id, text, isCheer }) => {
    if (isCheer) sentAt.set(id, Date.now());
    return simulator.send(listening.sessionId, text);
  });
  await untilSome('the last cheer is stored', async () => stored.get(cheers.at(-1)?.id ?? ''));
  const cpuSeconds = (await processes.rendererSeconds()) - before;
  await wait(PAUSE_MS);
  const delays = cheers.flatMap(({ id }) => {
    const seen = stored.get(id);
    return seen === undefined ? [] : [seen.at - (sentAt.get(id) ?? 0)];
  });
  const chat = frames.filter(({ id, isCheer }) => !isCheer && stored.has(id));
  return {
    cpuSeconds,
    delays,
    lostCheers: cheers.length - delays.length,
    storedChat: chat.length,
  };
}

function figuresOf(floods: readonly Flooded[], baselines: readonly Baseline[]): Figure[] {
  const share = (cpuSeconds: number) => (cpuSeconds / SECONDS) * 1_000;
  const baseline = {
    what: 'a worker that receives and parses the same frames',
    values: baselines.map(({ cpuSeconds }) => share(cpuSeconds)),
  };
  const delay = (fraction: number) => floods.map(({ delays }) => percentile(delays, fraction));
  return [
    {
      what: 'CPU for 1,000 messages/s',
      unit: 'ms/s',
      values: floods.map(({ cpuSeconds }) => share(cpuSeconds)),
      baseline,
      reach: atMostTimes(4),
    },
    {
      what: 'JSON.parse in the baseline',
      unit: 'ms/s',
      values: baselines.map(({ parseSeconds }) => share(parseSeconds)),
    },
    { what: 'cheer → stored, p50', unit: 'ms', values: delay(0.5) },
    { what: 'cheer → stored, p99', unit: 'ms', values: delay(0.99), reach: atMost(250, 'ms') },
    {
      what: 'cheers lost',
      unit: 'events',
      values: floods.map(({ lostCheers }) => lostCheers),
      reach: atMost(0, 'events'),
    },
    {
      what: 'chat messages stored',
      unit: 'events',
      values: floods.map(({ storedChat }) => storedChat),
      reach: atMost(0, 'events'),
    },
  ];
}

/** A chat of 1,000 messages a second, of which one in a hundred is a cheer. */
export const flood: Benchmark = {
  name: 'flood',
  what: 'a chat of 1,000 messages/s for 30 s, every hundredth a cheer; processor time of all renderer processes',
  run: async ({ rounds, progress }) =>
    await withWorld({}, async (world) => {
      const listening = await listenAsViewer(world);
      const stored = new Map<string, SeenEvent>();
      await watchStoredEvents(listening.page, (events) => {
        for (const event of events) stored.set(event.id, event);
      });
      const bare = await startBareParser(world);
      const processes = await openProcesses(world.context);
      const floodWorld = { ...world, listening, bare, processes, stored };
      const floods: Flooded[] = [];
      const baselines: Baseline[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        progress(`flood ${round} of ${rounds} …`);
        const frames = chatFrames(PER_SECOND * SECONDS, round);
        await wait(PAUSE_MS);
        baselines.push(await measureBaseline(floodWorld, frames));
        await wait(PAUSE_MS);
        floods.push(await measureExtension(floodWorld, frames));
      }
      return figuresOf(floods, baselines);
    }),
};
