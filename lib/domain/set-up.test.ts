import { expect, it } from 'vitest';
import { setUpStepOf } from './set-up';

it.each([
  ['nobody is signed in', null, [], 1],
  ['there is no streamer yet', {}, [], 2],
  ['there is a streamer', {}, [{}], null],
  ['the sign-in has ended', null, [{}], null],
])('the step while %s', (_when, account, streamers, step) => {
  expect(setUpStepOf({ account, streamers })).toBe(step);
});
