import type { ChannelInfo, StreamEvent } from '@/lib/domain/event/event';
import type { Poll } from '@/lib/domain/event/together';
import { HOUR, SECOND } from '@/lib/time';
import { createRandom, type Random } from '@/tests/simulator/core/random';
import { aBomb, aCheer, aFollow, aGift, anEvent, aSub } from './events';
import { START } from './fake-clock';

/** How many events an evening has. */
export const EVENTS = 500;
const LONGEST = 6 * HOUR;

type Phase = 'begin' | 'progress' | 'lock' | 'end';

const TEXT: ChannelInfo = { title: 'Tea', category: 'Chess', language: 'en', labels: [] };
const POLL = { pollId: '1', title: 'What?', status: null };
const TRAIN = { trainId: '1', total: 0, progress: 0, goal: 1, trainType: 'regular', top: [] };
const PREDICTION = { predictionId: '1', title: 'Really?', status: null, winnerId: null };

/** Makes what happens on one evening; each maker gives the events of one thing. */
function makers(random: Random, name: () => string) {
  // Whole seconds, as much of what Twitch tells: so some things happen at once.
  const at = (from = 0, until: number = LONGEST) =>
    START + random.integer(from / SECOND, until / SECOND) * SECOND;
  const after = (time: number, most: number) => time + random.integer(1, most) * SECOND;
  const some = (most: number) => Array.from({ length: random.integer(1, most) }, (_, n) => n);

  /** One thing that goes on for a while, told in phases that bear the keys that Twitch's have. */
  function phases(
    thing: string,
    all: Phase[],
    make: (phase: Phase, fields: object) => StreamEvent,
  ) {
    const thread = `${thing}:${name()}`;
    let time = at();
    return all
      .flatMap((phase) => (phase === 'progress' ? some(4).map(() => phase) : [phase]))
      .map((phase) => {
        time = after(time, 30);
        const fields = { id: name(), thread, natural_key: `${thread}:${phase}` };
        return make(phase, { ...fields, created_at: time });
      });
  }

  const votes = (): Poll => ({
    ...POLL,
    choices: [{ title: 'Cake', votes: random.integer(0, 99) }],
  });
  const title = (): ChannelInfo => ({ ...TEXT, title: random.pick(['Tea', 'Coffee', 'Milk']) });

  return [
    () => [aSub({ id: name(), created_at: at() })],
    () => [aCheer({ id: name(), created_at: at() }, random.integer(1, 5000))],
    function bomb() {
      const [bomb, time] = [name(), at()];
      const fields = () => ({ id: name(), created_at: after(time, 10) });
      const gifts = some(12).map((number) => aGift(bomb, number, fields()));
      // Some headers never come.
      return random.chance(0.75) ? [...gifts, aBomb(bomb, gifts.length, fields())] : gifts;
    },
    () =>
      phases('poll', ['begin', 'progress', 'end'], (phase, fields) =>
        anEvent(`poll_${phase as 'begin'}`, votes(), fields),
      ),
    () =>
      phases('hype_train', ['begin', 'progress', 'end'], (phase, fields) =>
        anEvent(
          `hype_train_${phase as 'begin'}`,
          { ...TRAIN, level: random.integer(1, 9) },
          fields,
        ),
      ),
    () =>
      phases('prediction', ['begin', 'progress', 'lock', 'end'], (phase, fields) =>
        anEvent(`prediction_${phase}`, { ...PREDICTION, outcomes: [] }, fields),
      ),
    function updates() {
      let time = at();
      return some(8).map(() => {
        time = after(time, 200);
        const fields = { id: name(), created_at: time };
        return anEvent('channel_update', { before: title(), after: title() }, fields);
      });
    },
    function follows() {
      const time = at();
      return some(12).map(() =>
        aFollow(random.integer(0, 40), { id: name(), created_at: after(time, 120) }),
      );
    },
    function online() {
      const stream = name();
      const detail = { streamId: stream, startedAt: START };
      const live = () => ({ id: name(), natural_key: `online:${stream}`, created_at: at() });
      // One that was heard, and one that was found later: the same thing.
      return [anEvent('stream_online', detail, live()), anEvent('stream_online', detail, live())];
    },
  ];
}

/** Events of one evening in disorder, each delivered twice, in batches as they are written. */
export function shuffledEvening(seed: number): StreamEvent[][] {
  const random = createRandom(seed);
  let named = 0;
  const all = makers(random, () => `${seed}-${(named += 1)}`);
  const events: StreamEvent[] = [];
  while (events.length < EVENTS) events.push(...random.pick(all)());
  const arriving = random.shuffle([...events.slice(0, EVENTS), ...events.slice(0, EVENTS)]);
  const batches: StreamEvent[][] = [];
  while (arriving.length > 0) batches.push(arriving.splice(0, random.integer(1, 20)));
  return batches;
}
