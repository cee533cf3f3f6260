import { createRandom, type Random, seedOf } from '../core/random.ts';
import { type ChatMessageOptions, chatMessage } from '../shapes/chat/chat-message.ts';
import {
  type ChatNotificationOptions,
  chatNotification,
} from '../shapes/chat/chat-notification.ts';
import type { Badge } from '../shapes/chat/shared-chat.ts';
import type { EventShape } from '../shapes/event-shape.ts';
import { STREAMER } from '../world/people/accounts.ts';
import { AUDIENCE, WELL_READABLE } from '../world/people/audience.ts';
import type { Person } from '../world/people/person.ts';
import { type RelatedEvent, relatedToMessage, relatedToNotice } from './related-events.ts';
import { inOrderOfTime, type ScenarioStep, type ScheduledStep } from './schedule.ts';

/** Collects the steps of a scenario; acts write into it. */
export interface Script {
  random: Random;
  at(seconds: number, step: ScenarioStep): void;
  event(seconds: number, type: string, event: EventShape): void;
  /** Adds a chat notice and the related events of other types. */
  notice(seconds: number, options: ChatNotificationOptions): void;
  /** Adds a chat message and the related events of other types. */
  message(seconds: number, options: ChatMessageOptions): void;
  /** Returns a viewer who has not been used for some time. */
  nextViewer(): Person;
  /** Returns that many different viewers without the excluded one. */
  viewers(count: number, excluded: Person | null): Person[];
  /** Returns all steps in the order of time. */
  schedule(): ScheduledStep[];
}

const COLORS = ['#FF69B4', '#1E90FF', '#00C07F', '#FF7F50', '#9ACD32', '#B58CFF', '#DAA520'];

function colorOf({ login }: Person): string {
  return COLORS[seedOf(login) % COLORS.length] ?? '';
}

/** Returns a subscriber badge for most viewers; the number of months depends on the login. */
function badgesOf({ login }: Person): Badge[] {
  const months = seedOf(login) % 30;
  if (months < 8) return [];
  const step = [24, 12, 9, 6, 3].find((floor) => months >= floor) ?? 0;
  return [{ set_id: 'subscriber', id: String(step), info: String(months) }];
}

function looks(person: Person) {
  return { color: colorOf(person), badges: badgesOf(person) };
}

/** Creates a script whose random values depend only on the seed. */
export function createScript(seed: number): Script {
  const random = createRandom(seed);
  // A separate source, so that related events do not change the rest of the scenario.
  const relatedRandom = createRandom(seed ^ 0x5bd1e995);
  const steps: ScheduledStep[] = [];
  let nextViewers = random.shuffle(WELL_READABLE);

  function nextViewer(): Person {
    if (nextViewers.length === 0) nextViewers = random.shuffle(AUDIENCE);
    return nextViewers.shift() ?? random.pick(AUDIENCE);
  }

  const at = (atSeconds: number, step: ScenarioStep) => void steps.push({ atSeconds, step });
  const event = (seconds: number, type: string, shape: EventShape) =>
    at(seconds, { kind: 'event', publication: { type, event: shape } });

  /** Adds events up to a second earlier or later: Twitch does not guarantee an order. */
  function addRelated(seconds: number, events: readonly RelatedEvent[]): void {
    for (const { type, event: shape } of events) {
      event(seconds + relatedRandom.next() * 2 - 1, type, shape);
    }
  }

  return {
    random,
    at,
    event,
    nextViewer,
    notice(seconds, options) {
      const look = options.chatter ? looks(options.chatter) : {};
      const message_id = random.uuid();
      const shape = chatNotification({ broadcaster: STREAMER, message_id, ...look, ...options });
      event(seconds, 'channel.chat.notification', shape);
      addRelated(seconds, relatedToNotice(options));
    },
    message(seconds, options) {
      const chatter = options.chatter ?? random.pick(AUDIENCE);
      const message_id = random.uuid();
      const shape = chatMessage({ message_id, ...looks(chatter), ...options, chatter });
      event(seconds, 'channel.chat.message', shape);
      addRelated(seconds, relatedToMessage(seconds, { ...options, chatter }));
    },
    viewers: (count, excluded) =>
      random.shuffle(AUDIENCE.filter(({ id }) => id !== excluded?.id)).slice(0, count),
    schedule: () => inOrderOfTime(steps),
  };
}
