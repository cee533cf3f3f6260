import { expect, it } from 'vitest';
import { ProblemError, problemOf } from './problem';

it('keeps the problem, the cause and a message for the log', () => {
  const cause = new Error('deeper');
  const error = new ProblemError('offline', { cause, message: 'no route' });
  expect(problemOf(error)).toBe('offline');
  expect(error).toMatchObject({ cause, message: 'no route' });
  expect(new ProblemError('denied').message).toBe('denied');
});

it.each([new Error('x'), 'x', null, undefined, { problem: 'offline' }])(
  'returns unknown for %s, which has no problem',
  (error) => {
    expect(problemOf(error)).toBe('unknown');
  },
);
