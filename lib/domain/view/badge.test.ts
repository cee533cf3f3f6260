import { describe, expect, it } from 'vitest';
import { badgeOf, badgeText } from './badge';

describe('badgeText', () => {
  it.each([
    [0, ''],
    [1, '1'],
    [99, '99'],
    [100, '99+'],
    [12_345, '99+'],
  ])('shows %i unseen as "%s"', (unseen, text) => {
    expect(badgeText(unseen)).toBe(text);
  });
});

describe('badgeOf', () => {
  it('shows the number of unseen events while listening', () => {
    expect(badgeOf({ state: 'listening', problem: null }, 3)).toEqual({
      text: '3',
      tone: 'count',
      title: 'unseen',
    });
  });

  it('shows that the user is signed out instead of a number', () => {
    expect(badgeOf({ state: 'signed_out', problem: null }, 3).title).toBe('signed_out');
  });

  it.each(['storage_full', 'storage_failed', 'database_damaged', 'database_newer'] as const)(
    'warns that nothing is recorded: %s',
    (problem) => {
      expect(badgeOf({ state: 'problem', problem }, 3)).toEqual({
        text: '!',
        tone: 'alert',
        title: 'not_recording',
      });
      expect(badgeOf({ state: 'problem', problem: 'over_budget' }, 3).title).toBe('problem');
    },
  );

  it('shows a lost connection differently from being signed out', () => {
    const lost = badgeOf({ state: 'reconnecting', problem: 'offline' }, 3);
    const signedOut = badgeOf({ state: 'signed_out', problem: null }, 3);
    expect(lost.title).toBe('disconnected');
    expect(lost.text).not.toBe(signedOut.text);
  });
});
