import { expect, it } from 'vitest';
import { changedParts } from './channel-info';

const TEXT = {
  title: 'Tea',
  category: 'Chess',
  language: 'en',
  labels: ['Gambling', 'DebatedIssues'],
};

it.each([
  ['a copy', {}, []],
  ['labels in another order', { labels: ['DebatedIssues', 'Gambling'] }, []],
  ['another title', { title: 'Coffee' }, ['title']],
  ['another category', { category: 'Go' }, ['category']],
  ['another language', { language: 'de' }, ['language']],
  ['a label less', { labels: ['Gambling'] }, ['labels']],
])('a text and %s', (_what, change, parts) => {
  expect([...changedParts(TEXT, { ...TEXT, ...change })]).toEqual(parts);
});
