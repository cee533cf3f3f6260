import { expect } from 'vitest';
import type { EventKind } from '@/lib/domain/event/event-kind';
import { type FeedRow, toRow } from '@/lib/domain/row/row';
import { describeRow, describeSecondary } from '@/lib/domain/wording/describe';
import { plainText } from '@/lib/i18n/text';
import { STREAMER } from '@/tests/simulator/world/people/accounts';
import { hear, type NotificationOptions } from './notification-event';

/** The texts that a row must have, the notification that it comes from, and the kind of event. */
export type MessageCase = [
  text: string,
  secondaryText: string | null,
  type: string,
  payload: object,
  kind?: EventKind,
];

/** Sends a payload from its frame to a row of its own. Throws if the payload is ignored. */
export function rowOf(type: string, payload: object, options?: NotificationOptions): FeedRow {
  const event = hear(type, payload, options);
  if (event === null) throw new Error('It is not recorded.');
  const anchor = { ...event, seq: 1 };
  return toRow(anchor, [anchor]);
}

/** Returns the text of a row's message. */
export const sentence = (row: FeedRow) => plainText(describeRow(row));

/** Returns the text of a row's secondary message, or `null` if it has none. */
export function secondaryTextOf(row: FeedRow): string | null {
  const message = describeSecondary(row);
  return message && plainText(message);
}

/** Returns the texts of a row's message and its secondary message. */
export function textsOf(row: FeedRow): [text: string, secondaryText: string | null] {
  return [sentence(row), secondaryTextOf(row)];
}

/** Checks the texts and the kind of the row that a notification becomes, and returns the row. */
export function expectMessage(...[text, secondaryText, type, payload, kind]: MessageCase): FeedRow {
  const row = rowOf(type, payload);
  expect(textsOf(row)).toEqual([text, secondaryText]);
  expect(row.event).toMatchObject({
    streamer_name: STREAMER.name,
    ...(kind !== undefined && { event_type: kind }),
  });
  return row;
}
