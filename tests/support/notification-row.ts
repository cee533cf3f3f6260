import { expect } from 'vitest';
import { type FeedRow, toRow } from '@/lib/domain/row/row';
import { describeRow, describeSecondary } from '@/lib/domain/wording/describe';
import { plainText } from '@/lib/i18n/text';
import { STREAMER } from '@/tests/simulator/people/accounts';
import { hear, type NotificationOptions } from './notification-event';

/** What is to be read of a notification: its sentences, and what it is made of. */
export type Case = [words: string, second: string | null, type: string, payload: object];

/** The same with the kind of event that it becomes. */
export type KindCase = [
  kind: string,
  words: string,
  second: string | null,
  notification: [type: string, payload: object],
];

/** The row that a notification becomes, on its whole way from the text of its frame. */
export function rowOf(type: string, payload: object, options?: NotificationOptions): FeedRow {
  const event = hear(type, payload, options);
  if (event === null) throw new Error('It is not recorded.');
  const anchor = { ...event, seq: 1 };
  return toRow(anchor, [anchor]);
}

/** Its sentence in English. */
export const sentence = (row: FeedRow) => plainText(describeRow(row));

/** Its second sentence, if there is one. */
export function more(row: FeedRow): string | null {
  const told = describeSecondary(row);
  return told && plainText(told);
}

/** Both. */
export function told(row: FeedRow): [string, string | null] {
  return [sentence(row), more(row)];
}

/** Fails where something else is read of the notification; gives the row it becomes. */
export function expectToRead(...[kind, words, second, notification]: KindCase): FeedRow {
  const row = rowOf(...notification);
  expect(row.event.event_type).toBe(kind);
  expect(told(row)).toEqual([words, second]);
  expect(row.event.streamer_name).toBe(STREAMER.name);
  return row;
}
