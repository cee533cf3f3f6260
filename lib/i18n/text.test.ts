import { beforeEach, describe, expect, it } from 'vitest';
import { everyRow } from '@/tests/support/builders/rows';
import { installEnglish } from '@/tests/support/english';
import { describeRow, describeSecondary } from '../domain/wording/describe';
import type { Message, MessageParam } from '../domain/wording/message';
import { plainText } from './text';

beforeEach(installEnglish);

const follow = (viewer: MessageParam): Message => ({ message: 'event.follow', params: { viewer } });

describe('a missing name', () => {
  it.each<[string, Message]>([
    [
      'Ann is continuing the gift sub from an anonymous gifter',
      {
        message: 'event.gift_upgrade',
        params: { viewer: 'Ann', gifter: { message: 'someone.gifter' } },
      },
    ],
    [
      'By a moderator',
      { message: 'more.by_moderator', params: { moderator: { message: 'someone.moderator' } } },
    ],
    ['Someone followed', follow({ message: 'someone.viewer' })],
    [
      'The unban request of someone was approved',
      {
        message: 'event.unban_request_resolved.approved',
        params: { viewer: { message: 'someone.viewer' } },
      },
    ],
  ])('has the form of its place: %s', (text, message) => {
    expect(plainText(message)).toBe(text);
  });

  it('has no capital letter inside any sentence', () => {
    const messages = everyRow().flatMap((row) => {
      const { event } = row;
      const nameless = { ...event, viewer_id: null, viewer_login: null, viewer_name: null };
      return [describeRow({ ...row, event: nameless }), describeSecondary(row)];
    });
    const texts = messages.flatMap((message) => (message === null ? [] : plainText(message)));
    expect(
      texts.filter((text) => /. (?:Someone|An anonymous|A moderator|Another)\b/.test(text)),
    ).toEqual([]);
  });
});

describe('a name that is written from right to left', () => {
  it('is isolated in plain text, and so is its login', () => {
    expect(plainText(follow({ name: 'אמירה', login: 'amira_' }))).toBe(
      '\u2068אמירה\u2069 (\u2066amira_\u2069) followed',
    );
    expect(plainText(follow('شاي'))).toBe('\u2068شاي\u2069 followed');
  });

  it('cannot end its isolate', () => {
    expect(plainText(follow('ש\u2069\u202E'))).toBe('\u2068ש\u2069 followed');
  });

  it('is the only one that needs isolates', () => {
    expect(plainText(follow({ name: 'デモ', login: 'demo_' }))).toBe('デモ (demo_) followed');
  });
});
