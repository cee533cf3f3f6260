import { expect, it } from 'vitest';
import {
  isStepReachable,
  openStep,
  type SetUp,
  shownStep,
  stepAfter,
  welcomeSteps,
} from './welcome-steps';

const NEW: SetUp = { builtInClientId: '', clientId: '', account: null, streamers: [] };
const WITH_ID: SetUp = { ...NEW, clientId: 'id' };
const SIGNED_IN: SetUp = { ...WITH_ID, account: {} };
const DONE: SetUp = { ...SIGNED_IN, streamers: [{}] };

it('has no step for the Client ID in a build that contains one', () => {
  expect(welcomeSteps(NEW)).toEqual(['client-id', 'sign-in', 'streamers', 'watch']);
  expect(welcomeSteps({ builtInClientId: 'id' })).toEqual(['sign-in', 'streamers', 'watch']);
});

it.each([
  ['nothing is done', NEW, 'client-id'],
  ['the build has a Client ID', { ...NEW, builtInClientId: 'id' }, 'sign-in'],
  ['the user entered one', WITH_ID, 'sign-in'],
  ['somebody is signed in', SIGNED_IN, 'streamers'],
  ['the Client ID of the sign-in was removed', { ...SIGNED_IN, clientId: '' }, 'streamers'],
  ['there is a streamer', DONE, 'watch'],
  ['Twitch has ended the sign-in', { ...DONE, account: null }, 'sign-in'],
] as const)('opens where the set-up stands when %s', (_when, setUp, step) => {
  expect(openStep(setUp)).toBe(step);
  expect(shownStep('', setUp)).toBe(step);
});

it.each([
  ['#streamers', NEW, 'client-id'],
  ['#client-id', DONE, 'client-id'],
  ['#streamers', DONE, 'streamers'],
  ['#elsewhere', SIGNED_IN, 'streamers'],
  ['#client-id', { ...NEW, builtInClientId: 'id' }, 'sign-in'],
] as const)('shows for %s only what can be taken', (fragment, setUp, step) => {
  expect(shownStep(fragment, setUp)).toBe(step);
});

it('goes from step to step', () => {
  expect(stepAfter('client-id', NEW)).toBe('sign-in');
  expect(stepAfter('watch', NEW)).toBe('watch');
  expect(isStepReachable('watch', SIGNED_IN)).toBe(false);
  expect(isStepReachable('watch', DONE)).toBe(true);
});
