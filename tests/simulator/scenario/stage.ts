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
import { inOrderOfTime, type ScenarioStep, type ScheduledEvent } from './schedule.ts';
import { type Twin, twinsOfMessage, twinsOfNotice } from './twins.ts';

/** Where acts are played: takes down what happens when, and knows who is there. */
export interface Stage {
  random: Random;
  at(seconds: number, step: ScenarioStep): void;
  event(seconds: number, type: string, event: EventShape): void;
  /** A chat notice, and what else Twitch tells of the same act. */
  notice(seconds: number, options: ChatNotificationOptions): void;
  /** A chat message, and what else Twitch tells of the same act. */
  message(seconds: number, options: ChatMessageOptions): void;
  /** Somebody who has not been called for a while. */
  nextViewer(): Person;
  /** That many different people, none of them the one left out. */
  viewers(count: number, leftOut: Person | null): Person[];
  /** Everything taken down, in the order of time. */
  schedule(): ScheduledEvent[];
}

const COLORS = ['#FF69B4', '#1E90FF', '#00C07F', '#FF7F50', '#9ACD32', '#B58CFF', '#DAA520'];

function colorOf({ login }: Person): string {
  return COLORS[seedOf(login) % COLORS.length] ?? '';
}

/** Most regulars carry a subscriber badge with the months they have been around. */
function badgesOf({ login }: Person): Badge[] {
  const months = seedOf(login) % 30;
  if (months < 8) return [];
  const step = [24, 12, 9, 6, 3].find((floor) => months >= floor) ?? 0;
  return [{ set_id: 'subscriber', id: String(step), info: String(months) }];
}

function looks(person: Person) {
  return { color: colorOf(person), badges: badgesOf(person) };
}

/** Equal seeds set equal stages. */
export function createStage(seed: number): Stage {
  const random = createRandom(seed);
  // Apart from the rest, so that what only the streamer hears leaves the viewer's evening alone.
  const aside = createRandom(seed ^ 0x5bd1e995);
  const taken: ScheduledEvent[] = [];
  let waiting = random.shuffle(WELL_READABLE);

  function nextViewer(): Person {
    if (waiting.length === 0) waiting = random.shuffle(AUDIENCE);
    return waiting.shift() ?? random.pick(AUDIENCE);
  }

  const at = (atSeconds: number, step: ScenarioStep) => void taken.push({ atSeconds, step });
  const event = (seconds: number, type: string, shape: EventShape) =>
    at(seconds, { kind: 'event', publication: { type, event: shape } });

  /** Twitch promises no order: one of two that belong together comes first. */
  function twins(seconds: number, told: readonly Twin[]): void {
    for (const { type, event: shape } of told) event(seconds + aside.next() * 2 - 1, type, shape);
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
      twins(seconds, twinsOfNotice(options));
    },
    message(seconds, options) {
      const chatter = options.chatter ?? random.pick(AUDIENCE);
      const message_id = random.uuid();
      const shape = chatMessage({ message_id, ...looks(chatter), ...options, chatter });
      event(seconds, 'channel.chat.message', shape);
      twins(seconds, twinsOfMessage(seconds, { ...options, chatter }));
    },
    viewers: (count, leftOut) =>
      random.shuffle(AUDIENCE.filter(({ id }) => id !== leftOut?.id)).slice(0, count),
    schedule: () => inOrderOfTime(taken),
  };
}
