import { expect, it } from 'vitest';
import { planPictures } from './plan';

const SIZE = { width: 380, height: 600 };
const OPTIONS = {
  states: [
    { name: 'quiet', screens: ['popup'] as const },
    { name: 'busy', screens: ['popup', 'options'] as const },
  ],
  screens: {
    popup: { looks: [{ name: '380', ...SIZE }] },
    options: { looks: [{ name: 'wide', ...SIZE }] },
  },
};

const filesFor = (only: string) =>
  [...planPictures({ ...OPTIONS, only }).values()].flat().map(({ file }) => file);

it('names each picture by its screen, state, theme and look', () => {
  expect(filesFor('')).toEqual([
    'popup/quiet.light.380.png',
    'popup/quiet.dark.380.png',
    'popup/busy.light.380.png',
    'popup/busy.dark.380.png',
    'options/busy.light.wide.png',
    'options/busy.dark.wide.png',
  ]);
});

it('takes only the pictures whose name contains a text, and enters no other state', () => {
  expect(filesFor('busy.dark')).toEqual(['popup/busy.dark.380.png', 'options/busy.dark.wide.png']);
  expect([...planPictures({ ...OPTIONS, only: 'options/' }).keys()]).toEqual(['busy']);
});
