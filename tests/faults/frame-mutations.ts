import type { Random } from '@/tests/simulator/core/random';
import { EVENT_TYPES, variants } from '@/tests/simulator/shapes/every-type';
import {
  keepaliveFrame,
  notificationFrame,
  reconnectFrame,
  revocationFrame,
  welcomeFrame,
} from '@/tests/support/frames';

/** Returns frames of every kind that Twitch sends, in every variant. Mutations start from these. */
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

/** Values that no field expects. */
const WRONG_VALUES: readonly unknown[] = [
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

const WRONG_TIMES: readonly unknown[] = [
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

interface Field {
  owner: Record<string, unknown>;
  key: string;
}

/** Returns every field of a message, at all levels. */
function fieldsOf(value: unknown): Field[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [{ owner, key }, ...fieldsOf(owner[key])]);
}

type Mutation = (text: string, random: Random) => unknown;

/** Creates a mutation that changes fields of a frame's message and serializes it again. */
function ofFields(change: (fields: Field[], random: Random) => void): Mutation {
  return (text, random) => {
    const message = JSON.parse(text);
    change(fieldsOf(message), random);
    return JSON.stringify(message);
  };
}

function named(fields: Field[], key: string): Field[] {
  return fields.filter((field) => field.key === key);
}

function set(fields: Field[], value: unknown): void {
  for (const { owner, key } of fields) owner[key] = value;
}

function nest(levels: number): string {
  return `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`;
}

/** The ways to break a frame, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'left as it is': (text) => text,
  truncated: (text, random) => text.slice(0, random.integer(0, text.length - 1)),
  'a character changed': (text, random) => {
    const at = random.integer(0, text.length - 1);
    const other = String.fromCharCode(random.integer(0, 0xffff));
    return text.slice(0, at) + other + text.slice(at + 1);
  },
  'two frames in one': (text) => text + text,
  'a repeated part': (text, random) => {
    const at = random.integer(0, text.length - 1);
    return text.slice(0, at) + text.slice(random.integer(0, at));
  },
  'a value of another type': ofFields((fields, random) => {
    const changes = random.integer(1, 3);
    for (let change = 0; change < changes; change += 1) {
      set([random.pick(fields)], random.pick(WRONG_VALUES));
    }
  }),
  'a missing key': ofFields((fields, random) => {
    const { owner, key } = random.pick(fields);
    delete owner[key];
  }),
  'an invalid time': ofFields((fields, random) => {
    set(named(fields, 'message_timestamp'), random.pick(WRONG_TIMES));
    set(named(fields, 'started_at'), random.pick(WRONG_TIMES));
  }),
  'an invalid id': ofFields((fields, random) => {
    set(named(fields, 'message_id'), random.pick(WRONG_VALUES));
  }),
  'a repeated id': ofFields((fields) => set(named(fields, 'message_id'), 'message-1')),
  'an unknown version': ofFields((fields) => set(named(fields, 'subscription_version'), '99')),
  'an unknown type': ofFields((fields, random) => {
    const key = random.pick(['message_type', 'subscription_type', 'notice_type']);
    set(named(fields, key), random.pick(['brand_new', 'constructor', '__proto__', 'toString']));
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
  'a very long value': ofFields((fields, random) => set([random.pick(fields)], LONG.repeat(4))),
  'a deeply nested payload': (text, random) => {
    const levels = random.pick([10, 20, 100, 50_000]);
    return text.replace('"payload":{', `"payload":{"deep":${nest(levels)},`);
  },
  'a deeply nested event': (text, random) => {
    return text.replace('"event":{', `"event":{"deep":${nest(random.pick([5, 12, 500]))},`);
  },
  'a list instead of an object': (text) => `[${text}]`,
  'JSON without a message': (_text, random) => JSON.stringify(random.pick(WRONG_VALUES)),
  noise: (_text, random) =>
    Array.from({ length: random.integer(0, 200) }, () =>
      String.fromCharCode(random.integer(0, 0xffff)),
    ).join(''),
  'binary data': (_text, random) =>
    random.pick([new ArrayBuffer(64), new Uint8Array([1]), new Blob(['{}']), null, 1]),
};
