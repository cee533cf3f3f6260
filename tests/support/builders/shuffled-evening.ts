import type { ChannelInfo, StreamEvent } from '@/lib/domain/event/event';
import type { Poll } from '@/lib/domain/event/together';
import { HOUR, SECOND } from '@/lib/time';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { START } from '../fakes/fake-clock';
import { aBomb, aCheer, aFollow, aGift, anEvent, aSub } from './events';

/** The number of events in an evening. */
export const EVENTS = 500;
const LENGTH_MS = 6 * HOUR;

type Phase = 'begin' | 'progress' | 'lock' | 'end';

const TEXT: ChannelInfo = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
const POLL = { pollId: '1', title: 'What?', status: null };
const TRAIN = { trainId: '1', total: 0, progress: 0, goal: 1, trainType: 'regular', top: [] };
const PREDICTION = { predictionId: '1', title: 'Really?', status: null, winnerId: null };

/** Random values for the events of one evening. */
interface Evening {
  random: Random;
  newId(): string;
  /** Returns a time of the evening. */
  time(): number;
  /** Returns a time up to `maxSeconds` after another one. */
  timeAfter(time: number, maxSeconds: number): number;
  /** Returns from 1 up to `max` items: their indexes. */
  upTo(max: number): number[];
}

function createEvening(seed: number): Evening {
  const random = createRandom(seed);
  let count = 0;
  return {
    random,
    newId: () => `${seed}-${(count += 1)}`,
    // Whole seconds, as in many of Twitch's payloads. So some events have the same time.
    time: () => START + random.integer(0, LENGTH_MS / SECOND) * SECOND,
    timeAfter: (time, maxSeconds) => time + random.integer(1, maxSeconds) * SECOND,
    upTo: (max) => Array.from({ length: random.integer(1, max) }, (_, index) => index),
  };
}

/** Creates the events of something with phases, with the same keys as those of real events. */
function phases(
  { newId, time, timeAfter, upTo }: Evening,
  kind: string,
  order: Phase[],
  create: (phase: Phase, fields: object) => StreamEvent,
): StreamEvent[] {
  const thread = `${kind}:${newId()}`;
  let latest = time();
  return order
    .flatMap((phase) => (phase === 'progress' ? upTo(4).map(() => phase) : [phase]))
    .map((phase) => {
      latest = timeAfter(latest, 30);
      const fields = { id: newId(), thread, natural_key: `${thread}:${phase}` };
      return create(phase, { ...fields, created_at: latest });
    });
}

function poll(evening: Evening): StreamEvent[] {
  const votes = (): Poll => ({
    ...POLL,
    choices: [{ title: 'Cake', votes: evening.random.integer(0, 99) }],
  });
  return phases(evening, 'poll', ['begin', 'progress', 'end'], (phase, fields) =>
    anEvent(`poll_${phase as 'begin'}`, votes(), fields),
  );
}

function hypeTrain(evening: Evening): StreamEvent[] {
  const train = () => ({ ...TRAIN, level: evening.random.integer(1, 9) });
  return phases(evening, 'hype_train', ['begin', 'progress', 'end'], (phase, fields) =>
    anEvent(`hype_train_${phase as 'begin'}`, train(), fields),
  );
}

function prediction(evening: Evening): StreamEvent[] {
  return phases(evening, 'prediction', ['begin', 'progress', 'lock', 'end'], (phase, fields) =>
    anEvent(`prediction_${phase}`, { ...PREDICTION, outcomes: [] }, fields),
  );
}

function giftBomb({ random, newId, time, timeAfter, upTo }: Evening): StreamEvent[] {
  const [bomb, start] = [newId(), time()];
  const fields = () => ({ id: newId(), created_at: timeAfter(start, 10) });
  const gifts = upTo(12).map((index) => aGift(bomb, index, fields()));
  // Sometimes the header of a gift bomb is missing.
  return random.chance(0.75) ? [...gifts, aBomb(bomb, gifts.length, fields())] : gifts;
}

function channelUpdates({ random, newId, time, timeAfter, upTo }: Evening): StreamEvent[] {
  const info = (): ChannelInfo => ({ ...TEXT, title: random.pick(['Tea', 'Coffee', 'Milk']) });
  let latest = time();
  return upTo(8).map(() => {
    latest = timeAfter(latest, 200);
    const fields = { id: newId(), created_at: latest };
    return anEvent('channel_update', { before: info(), after: info() }, fields);
  });
}

function follows({ random, newId, time, timeAfter, upTo }: Evening): StreamEvent[] {
  const start = time();
  return upTo(12).map(() =>
    aFollow(random.integer(0, 40), { id: newId(), created_at: timeAfter(start, 120) }),
  );
}

/** Creates the same event twice: from a notification, and from the backfill. */
function streamOnline({ newId, time }: Evening): StreamEvent[] {
  const streamId = newId();
  const detail = { streamId, startedAt: START };
  const fields = () => ({ id: newId(), natural_key: `online:${streamId}`, created_at: time() });
  return [anEvent('stream_online', detail, fields()), anEvent('stream_online', detail, fields())];
}

/** Each creates the events of one thing that happens. */
const GENERATORS: ((evening: Evening) => StreamEvent[])[] = [
  ({ newId, time }) => [aSub({ id: newId(), created_at: time() })],
  ({ random, newId, time }) => [
    aCheer({ id: newId(), created_at: time() }, random.integer(1, 5000)),
  ],
  giftBomb,
  poll,
  hypeTrain,
  prediction,
  channelUpdates,
  follows,
  streamOnline,
];

/** Creates the events of one evening in random order, each one twice, in batches to be written. */
export function shuffledEvening(seed: number): StreamEvent[][] {
  const evening = createEvening(seed);
  const { random } = evening;
  const events: StreamEvent[] = [];
  while (events.length < EVENTS) events.push(...random.pick(GENERATORS)(evening));
  const shuffled = random.shuffle([...events.slice(0, EVENTS), ...events.slice(0, EVENTS)]);
  const batches: StreamEvent[][] = [];
  while (shuffled.length > 0) batches.push(shuffled.splice(0, random.integer(1, 20)));
  return batches;
}
