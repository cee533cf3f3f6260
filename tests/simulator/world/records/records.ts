import type { Publication } from '../../core/publication.ts';
import { createCharity } from './charity.ts';
import { createFollowers } from './followers.ts';
import { createGoals } from './goals.ts';
import { createPolls } from './polls.ts';
import { createPredictions } from './predictions.ts';
import type { StoreEvent } from './record.ts';

/** The history that Helix lists, from which a client can backfill a gap. */
export type Records = ReturnType<typeof createRecords>;

export function createRecords(now: number) {
  const followers = createFollowers(now);
  const polls = createPolls();
  const predictions = createPredictions();
  const goals = createGoals();
  const charity = createCharity();

  /** Stores by the start of the subscription type; the first match stores the event. */
  const stores: readonly (readonly [prefix: string, store: StoreEvent])[] = [
    ['channel.follow', followers.store],
    ['channel.poll.', polls.store],
    ['channel.prediction.', predictions.store],
    ['channel.goal.', goals.store],
    ['channel.charity_campaign.donate', charity.storeDonation],
    ['channel.charity_campaign.', charity.storeCampaign],
  ];

  return {
    /** Stores an event; returns false if Helix lists no such events or a field is missing. */
    store({ type, event }: Pick<Publication, 'type' | 'event'>): boolean {
      const [, store] = stores.find(([prefix]) => type.startsWith(prefix)) ?? [];
      return store?.(type, event) ?? false;
    },
    followersOf: followers.ofChannel,
    pollsOf: polls.ofChannel,
    predictionsOf: predictions.ofChannel,
    goalsOf: goals.ofChannel,
    campaignsOf: charity.campaignsOf,
    donationsOf: charity.donationsOf,
  };
}
