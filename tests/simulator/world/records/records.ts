import type { Publication } from '../../eventsub/matching.ts';
import { createCharity } from './charity.ts';
import { createFollowers } from './followers.ts';
import { createGoals } from './goals.ts';
import { createPolls } from './polls.ts';
import { createPredictions } from './predictions.ts';
import type { Note } from './record.ts';

/** What Helix keeps of what happened, so that a client that was away can find it. */
export type Records = ReturnType<typeof createRecords>;

export function createRecords(now: number) {
  const followers = createFollowers(now);
  const polls = createPolls();
  const predictions = createPredictions();
  const goals = createGoals();
  const charity = createCharity();

  /** By the start of the type's name; the first that fits keeps the event. */
  const notes: readonly (readonly [prefix: string, note: Note])[] = [
    ['channel.follow', followers.note],
    ['channel.poll.', polls.note],
    ['channel.prediction.', predictions.note],
    ['channel.goal.', goals.note],
    ['channel.charity_campaign.donate', charity.noteDonation],
    ['channel.charity_campaign.', charity.noteCampaign],
  ];

  return {
    /** False when the event is nothing that Helix keeps. */
    note({ type, event }: Pick<Publication, 'type' | 'event'>): boolean {
      const [, note] = notes.find(([prefix]) => type.startsWith(prefix)) ?? [];
      return note?.(type, event) ?? false;
    },
    followersOf: followers.of,
    pollsOf: polls.of,
    predictionsOf: predictions.of,
    goalsOf: goals.of,
    campaignsOf: charity.campaignsOf,
    donationsOf: charity.donationsOf,
  };
}
