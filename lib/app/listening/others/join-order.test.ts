import { expect, it } from 'vitest';
import { joinOrder } from './join-order';

const other = (id: string) => ({ streamer: { id }, isFavorite: false });
const favorite = (id: string) => ({ streamer: { id }, isFavorite: true });

it.each<[string, ReturnType<typeof other>[], string[], string[]]>([
  ['nobody', [], ['1'], []],
  ['the favorite first, live or not', [other('1'), favorite('2')], ['1'], ['2', '1']],
  [
    'live ones before the rest, else in the same order',
    [other('5'), other('3'), favorite('9'), other('4'), other('1'), other('2')],
    ['1', '3', '7'],
    ['9', '3', '1', '5', '4', '2'],
  ],
  ['those without a favorite', [other('1'), other('2')], ['2'], ['2', '1']],
])('returns %s', (_case, streamers, liveIds, expected) => {
  const ordered = joinOrder(streamers, new Set(liveIds));
  expect(ordered.map(({ streamer }) => streamer.id)).toEqual(expected);
});
