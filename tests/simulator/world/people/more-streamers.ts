import type { Person } from './person.ts';

/** One of many streamers, for viewers who listen to several. */
export interface MoreStreamer {
  person: Person;
  title: string;
  category: string;
  /** The number of viewers of a channel that is live at the start; null if it is not. */
  viewers: number | null;
}

const COUNT = 50;
const FIRST_ID = 2_001;
const LIVE = 12;
const EVERY_LOCAL_NAME = 5;

/** Display names in other scripts; those that a machine without extra fonts cannot show come last. */
const LOCAL_NAMES = [
  'Κυματάκι',
  'Тихий_берег',
  'Αστερίας',
  'Полярник',
  'Δροσιά',
  'Северный_кит',
  'Μελισσούλα',
  'קפה_ועוגה',
  '雨の日',
  '밤기차',
];

const SHOWS = [
  { title: 'Slow morning, many maps', category: 'Factorio' },
  { title: 'Blind run, no hints please', category: 'Outer Wilds' },
  { title: 'Painting tiny dragons', category: 'Art' },
  { title: 'Bread and questions', category: 'Just Chatting' },
  { title: 'Road to the summit', category: 'Celeste' },
];

function moreStreamer(index: number): MoreStreamer {
  const number = String(index + 1).padStart(2, '0');
  const localIndex = (index + 1) / EVERY_LOCAL_NAME - 1;
  const show = SHOWS[index % SHOWS.length];
  return {
    person: {
      id: String(FIRST_ID + index),
      login: `channel_${number}`,
      name: LOCAL_NAMES[localIndex] ?? `Channel_${number}`,
    },
    title: `${show?.title ?? ''} (part ${index + 1})`,
    category: show?.category ?? '',
    viewers: index < LIVE ? 40 + 15 * (LIVE - index) : null,
  };
}

/** Fifty streamers, `channel_01` (id 2001) to `channel_50` (id 2050); the first twelve are live. */
export const MORE_STREAMERS: readonly MoreStreamer[] = Array.from({ length: COUNT }, (_, index) =>
  moreStreamer(index),
);

/** Returns the first of them, as many as requested. */
export function moreStreamers(count: number): Person[] {
  return MORE_STREAMERS.slice(0, count).map(({ person }) => person);
}
