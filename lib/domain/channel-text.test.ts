import { expect, it } from 'vitest';
import { isSameText } from './channel-text';

const TEXT = {
  title: 'Tea',
  category: 'Chess',
  language: 'en',
  labels: ['Gambling', 'DebatedIssues'],
};

it.each([
  ['a copy', {}, true],
  ['labels in another order', { labels: ['DebatedIssues', 'Gambling'] }, true],
  ['another title', { title: 'Coffee' }, false],
  ['another category', { category: 'Go' }, false],
  ['another language', { language: 'de' }, false],
  ['a label less', { labels: ['Gambling'] }, false],
])('a text and %s', (_what, change, isSame) => {
  expect(isSameText(TEXT, { ...TEXT, ...change })).toBe(isSame);
});
