import { AUDIENCE, NEWCOMERS } from './audience.ts';
import { MORE_STREAMERS, moreStreamers } from './more-streamers.ts';
import { NEIGHBORS } from './neighbors.ts';
import type { Person } from './person.ts';

/** A user with the details that Helix and the pages show. */
export interface Account extends Person {
  broadcasterType: '' | 'affiliate' | 'partner';
  description: string;
  createdAt: string;
  /** True if the authorize page lists this user. */
  canSignIn: boolean;
  /** Ids of the channels that this user moderates. */
  moderates: readonly string[];
  /** Ids of the channels that this user follows, the latest first. */
  follows: readonly string[];
}

export const STREAMER: Person = { id: '100', login: 'demo_streamer', name: 'Demo_Streamer' };
export const OTHER_STREAMER: Person = {
  id: '101',
  login: 'other_streamer',
  name: 'Other_Streamer',
};
export const VIEWER: Person = { id: '200', login: 'demo_viewer', name: 'Demo_Viewer' };
export const MODERATOR: Person = { id: '300', login: 'demo_mod', name: 'Demo_Mod' };

function account(person: Person, more: Partial<Account> = {}): Account {
  return {
    ...person,
    broadcasterType: '',
    description: '',
    createdAt: '2019-05-14T09:30:00Z',
    canSignIn: false,
    moderates: [],
    follows: [],
    ...more,
  };
}

/** How many of the fifty streamers the demo viewer follows: all that are live, and two more. */
const FOLLOWED = 14;
const FOLLOWS = ['100', '101', '110', ...moreStreamers(FOLLOWED).map(({ id }) => id)];

/** Every user of the simulated Twitch. */
export const ACCOUNTS: readonly Account[] = [
  account(STREAMER, {
    broadcasterType: 'partner',
    description: 'Cosy games, late evenings and far too much tea.',
    canSignIn: true,
  }),
  account(OTHER_STREAMER, {
    broadcasterType: 'affiliate',
    description: 'Speedruns on old consoles.',
    canSignIn: true,
    follows: ['100'],
  }),
  account(VIEWER, { canSignIn: true, follows: FOLLOWS }),
  account(MODERATOR, { canSignIn: true, moderates: ['100'], follows: ['100'] }),
  ...NEIGHBORS.map(({ person, description }) =>
    account(person, { broadcasterType: 'partner', description }),
  ),
  ...MORE_STREAMERS.map(({ person }) => account(person, { broadcasterType: 'affiliate' })),
  ...AUDIENCE.map((person) => account(person, { follows: ['100'] })),
  ...NEWCOMERS.map((person) => account(person)),
];

export function accountById(id: string): Account | undefined {
  return ACCOUNTS.find((candidate) => candidate.id === id);
}

/** Returns true for a moderator of the channel and for its streamer. */
export function moderates(userId: string, broadcasterId: string): boolean {
  return (
    userId === broadcasterId || (accountById(userId)?.moderates.includes(broadcasterId) ?? false)
  );
}

/** Returns the address of a user's avatar; the simulator draws the image from the login. */
export function avatarUrl(login: string): string {
  return `https://static-cdn.jtvnw.net/jtv_user_pictures/${login}-profile_image-300x300.png`;
}
