import { expect, it } from 'vitest';
import { EVENT_KINDS } from '../event/event-kind';
import { notificationChoiceOf } from './choices';
import { canBeNotified } from './notified-kinds';

it.each(EVENT_KINDS)('%s can be notified of if a choice has it', (kind) => {
  expect(canBeNotified(kind)).toBe(notificationChoiceOf(kind) !== null);
});
