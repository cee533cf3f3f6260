import { STREAMER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, personFields, userFields } from '../user-fields.ts';

/** An amount in minor units: 550 with two decimal places is 5.50. */
export interface Amount {
  value: number;
  decimal_places: number;
  currency: string;
}

const CHARITY = {
  charity_name: 'Seawatch Trust',
  charity_description: 'Boats for those who need them.',
  charity_logo: 'https://static-cdn.jtvnw.net/charity/seawatch-trust.png',
  charity_website: 'https://seawatch.example/',
};

const A_CAMPAIGN = 'charity-5b7a10';

export function euros(value: number): Amount {
  return { value, decimal_places: 2, currency: 'EUR' };
}

export interface CharityDonationOptions {
  id?: string;
  campaign_id?: string;
  broadcaster?: Person;
  user?: Person;
  amount?: Amount;
}

/** Returns the event of `channel.charity_campaign.donate`. */
export function charityDonate(options: CharityDonationOptions = {}): EventShape {
  return {
    id: options.id ?? derivedId(options),
    campaign_id: options.campaign_id ?? A_CAMPAIGN,
    ...channelFields(options.broadcaster),
    ...userFields(options.user),
    ...CHARITY,
    amount: options.amount ?? euros(500),
  };
}

export type CharityPhase = 'start' | 'progress' | 'stop';

export interface CharityCampaignOptions {
  id?: string;
  broadcaster?: Person;
  current_amount?: Amount;
  target_amount?: Amount;
  /** The time of the start or the stop. */
  at?: string;
}

/** Returns the event of `channel.charity_campaign.start`, `.progress` and `.stop`. */
export function charityCampaign(
  phase: CharityPhase,
  options: CharityCampaignOptions = {},
): EventShape {
  const at = options.at ?? moment();
  return {
    id: options.id ?? A_CAMPAIGN,
    // These three types have other keys for the channel than all other types.
    ...personFields('broadcaster', options.broadcaster ?? STREAMER),
    ...CHARITY,
    current_amount: options.current_amount ?? euros(phase === 'start' ? 0 : 12_550),
    target_amount: options.target_amount ?? euros(50_000),
    ...(phase === 'start' ? { started_at: at } : {}),
    ...(phase === 'stop' ? { stopped_at: at } : {}),
  };
}
