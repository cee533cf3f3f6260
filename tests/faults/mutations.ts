import type { Random } from '@/tests/simulator/core/random';
import { EVENT_TYPES, variants } from '@/tests/simulator/shapes/every-type';
import {
  keepaliveFrame,
  notificationFrame,
  reconnectFrame,
  revocationFrame,
  welcomeFrame,
} from '@/tests/support/frames';

/** Every frame that Twitch really sends, each way it may differ: what the broken ones are made of. */
export function realFrames(): string[] {
  const notifications = EVENT_TYPES.flatMap((type) =>
    variants(type).map(({ event }) => notificationFrame(type, event)),
  );
  const statuses = ['authorization_revoked', 'user_removed', 'version_removed', 'brand_new'];
  return [
    ...notifications,
    ...statuses.map((status) => revocationFrame('channel.brand_new', status)),
    welcomeFrame(),
    keepaliveFrame(),
    reconnectFrame('wss://cell-c.eventsub.wss.twitch.tv/ws?challenge=abc'),
    reconnectFrame('wss://elsewhere.example/ws'),
  ];
}

const LONG = 'x'.repeat(100_000);

/** What is never expected anywhere. */
const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  0.1,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '‮',
  'constructor',
  '__proto__',
  'toString',
  LONG,
  [],
  [null],
  [[[[]]]],
  {},
  { constructor: { prototype: {} } },
  { length: -1 },
];

const TIMES: readonly unknown[] = [
  '0001-01-01T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '2011-06-06T00:00:00Z',
  '2099-12-31T23:59:59Z',
  '+275760-09-13T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '2026-13-45T99:99:99Z',
  'yesterday',
  '1',
  '',
  null,
  0,
  {},
];

interface Slot {
  owner: Record<string, unknown>;
  key: string;
}

/** Every place of a message that holds a value. */
function slotsOf(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...slotsOf(owner[key])]);
}

type Mutation = (text: string, random: Random) => unknown;

/** A mutation of the message that a frame carries, written down again. */
function ofMessage(change: (message: Slot[], random: Random) => void): Mutation {
  return (text, random) => {
    const message = JSON.parse(text);
    change(slotsOf(message), random);
    return JSON.stringify(message);
  };
}

function named(slots: Slot[], key: string): Slot[] {
  return slots.filter((slot) => slot.key === key);
}

function put(slots: Slot[], value: unknown): void {
  for (const { owner, key } of slots) owner[key] = value;
}

function nested(levels: number): string {
  return `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`;
}

/** Every way a frame is broken, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'left as it is': (text) => text,
  truncated: (text, random) => text.slice(0, random.integer(0, text.length - 1)),
  'a character changed': (text, random) => {
    const at = random.integer(0, text.length - 1);
    const other = String.fromCharCode(random.integer(0, 0xffff));
    return text.slice(0, at) + other + text.slice(at + 1);
  },
  'two at once': (text) => text + text,
  'a piece twice': (text, random) => {
    const at = random.integer(0, text.length - 1);
    return text.slice(0, at) + text.slice(random.integer(0, at));
  },
  'a value of another type': ofMessage((slots, random) => {
    const changes = random.integer(1, 3);
    for (let change = 0; change < changes; change += 1) {
      put([random.pick(slots)], random.pick(VALUES));
    }
  }),
  'a key gone': ofMessage((slots, random) => {
    const { owner, key } = random.pick(slots);
    delete owner[key];
  }),
  'a time that is none': ofMessage((slots, random) => {
    put(named(slots, 'message_timestamp'), random.pick(TIMES));
    put(named(slots, 'started_at'), random.pick(TIMES));
  }),
  'an id that is none': ofMessage((slots, random) => {
    put(named(slots, 'message_id'), random.pick(VALUES));
  }),
  'an id said before': ofMessage((slots) => put(named(slots, 'message_id'), 'message-1')),
  'a version unheard of': ofMessage((slots) => put(named(slots, 'subscription_version'), '99')),
  'a type unheard of': ofMessage((slots, random) => {
    const key = random.pick(['message_type', 'subscription_type', 'notice_type']);
    put(named(slots, key), random.pick(['brand_new', 'constructor', '__proto__', 'toString']));
  }),
  'keys of prototypes': (text, random) => {
    const key = random.pick([
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'hasOwnProperty',
    ]);
    return text.replaceAll('{', `{"${key}":{"polluted":true},`).replaceAll(',}', '}');
  },
  'blown up': ofMessage((slots, random) => put([random.pick(slots)], LONG.repeat(4))),
  'nested deep': (text, random) => {
    const levels = random.pick([10, 20, 100, 50_000]);
    return text.replace('"payload":{', `"payload":{"deep":${nested(levels)},`);
  },
  'an event nested deep': (text, random) => {
    return text.replace('"event":{', `"event":{"deep":${nested(random.pick([5, 12, 500]))},`);
  },
  'a list where an object was': (text) => `[${text}]`,
  'JSON of no message': (_text, random) => JSON.stringify(random.pick(VALUES)),
  noise: (_text, random) =>
    Array.from({ length: random.integer(0, 200) }, () =>
      String.fromCharCode(random.integer(0, 0xffff)),
    ).join(''),
  'binary data': (_text, random) =>
    random.pick([new ArrayBuffer(64), new Uint8Array([1]), new Blob(['{}']), null, 1]),
};
