import { STREAMER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../chat/shared-chat.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelKeys, named, userKeys } from '../user-fields.ts';

/** Money in minor units: 550 with two places is 5.50. */
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

/** The event of `channel.charity_campaign.donate`. */
export function charityDonate(options: CharityDonationOptions = {}): EventShape {
  return {
    id: options.id ?? derivedId(options),
    campaign_id: options.campaign_id ?? A_CAMPAIGN,
    ...channelKeys(options.broadcaster),
    ...userKeys(options.user),
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
  /** When it started, or stopped. */
  at?: string;
}

/** The event of `channel.charity_campaign.start`, `.progress` and `.stop`. */
export function charityCampaign(
  phase: CharityPhase,
  options: CharityCampaignOptions = {},
): EventShape {
  const at = options.at ?? moment();
  return {
    id: options.id ?? A_CAMPAIGN,
    // These three name the channel differently from all other types.
    ...named('broadcaster', options.broadcaster ?? STREAMER),
    ...CHARITY,
    current_amount: options.current_amount ?? euros(phase === 'start' ? 0 : 12_550),
    target_amount: options.target_amount ?? euros(50_000),
    ...(phase === 'start' ? { started_at: at } : {}),
    ...(phase === 'stop' ? { stopped_at: at } : {}),
  };
}
