import type { Person } from './person.ts';

/** Another channel that is always live: it fills the side navigation and raids the streamer. */
export interface Neighbor {
  person: Person;
  description: string;
  title: string;
  category: string;
  viewers: number;
}

export const NEIGHBORS: readonly Neighbor[] = [
  {
    person: { id: '110', login: 'lanternkeeper', name: 'LanternKeeper' },
    description: 'Story games by candlelight.',
    title: 'First time in the old lighthouse, no spoilers please',
    category: 'Firewatch',
    viewers: 412,
  },
  {
    person: { id: '111', login: 'nordlicht_tv', name: 'Nordlicht_TV' },
    description: 'Strategie mit Ruhe.',
    title: 'Neue Insel, neue Stadt',
    category: 'Anno 1800',
    viewers: 287,
  },
  {
    person: { id: '112', login: 'thalassa_gr', name: 'Θάλασσα' },
    description: 'Farm life and waves.',
    title: 'Ήρεμο βράδυ στη φάρμα',
    category: 'Stardew Valley',
    viewers: 1_630,
  },
  {
    person: { id: '113', login: 'pixel_bakery', name: 'Pixel_Bakery' },
    description: 'Pixel art and bread.',
    title: 'Drawing your pets as bakers',
    category: 'Art',
    viewers: 96,
  },
];
