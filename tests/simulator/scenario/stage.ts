import { STREAMER } from '../people/accounts.ts';
import { AUDIENCE, WELL_READABLE } from '../people/audience.ts';
import type { Person } from '../people/person.ts';
import { type Random, seedOf } from '../random.ts';
import { type ChatMessageOptions, chatMessage } from '../shapes/chat-message.ts';
import { type ChatNotificationOptions, chatNotification } from '../shapes/chat-notification.ts';
import type { Badge } from '../shapes/shared-chat.ts';
import type { EventShape } from '../shapes/variants.ts';
import type { ScenarioStep, ScheduledEvent } from './schedule.ts';

/** Where acts are played: takes down what happens when, and knows who is there. */
export interface Stage {
  random: Random;
  at(seconds: number, step: ScenarioStep): void;
  event(seconds: number, type: string, event: EventShape): void;
  notice(seconds: number, options: ChatNotificationOptions): void;
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

export function createStage(random: Random): Stage {
  const taken: ScheduledEvent[] = [];
  let waiting = random.shuffle(WELL_READABLE);

  function nextViewer(): Person {
    if (waiting.length === 0) waiting = random.shuffle(AUDIENCE);
    return waiting.shift() ?? random.pick(AUDIENCE);
  }

  const at = (atSeconds: number, step: ScenarioStep) => void taken.push({ atSeconds, step });
  const event = (seconds: number, type: string, shape: EventShape) =>
    at(seconds, { kind: 'event', publication: { type, event: shape } });

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
    },
    message(seconds, options) {
      const chatter = options.chatter ?? random.pick(AUDIENCE);
      const message_id = random.uuid();
      const shape = chatMessage({ message_id, ...looks(chatter), ...options, chatter });
      event(seconds, 'channel.chat.message', shape);
    },
    viewers: (count, leftOut) =>
      random.shuffle(AUDIENCE.filter(({ id }) => id !== leftOut?.id)).slice(0, count),
    schedule: () => taken.toSorted((left, right) => left.atSeconds - right.atSeconds),
  };
}
