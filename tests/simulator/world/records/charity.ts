import * as z from 'zod/mini';
import { createChannelRows } from './channel-rows.ts';
import { type StoreEvent, text } from './record.ts';

const amount = z.object({ value: z.int(), decimal_places: z.int(), currency: text });

const campaignSchema = z.object({
  id: text,
  broadcaster_id: text,
  broadcaster_login: text,
  broadcaster_name: text,
  charity_name: text,
  charity_description: text,
  charity_logo: text,
  charity_website: text,
  current_amount: amount,
  target_amount: z.nullable(amount),
});

const donationSchema = z.object({
  id: text,
  campaign_id: text,
  broadcaster_user_id: text,
  user_id: text,
  user_login: text,
  user_name: text,
  amount,
});

/** Stores the running campaign and the donations of each channel. */
export function createCharity() {
  const campaigns = createChannelRows<z.infer<typeof campaignSchema>>();
  const donations =
    createChannelRows<Omit<z.infer<typeof donationSchema>, 'broadcaster_user_id'>>();

  const storeCampaign: StoreEvent = (type, event) => {
    const parsed = campaignSchema.safeParse(event);
    if (!parsed.success) return false;
    const { broadcaster_id, id } = parsed.data;
    if (type.endsWith('.stop')) campaigns.remove(broadcaster_id, id);
    else campaigns.put(broadcaster_id, id, parsed.data);
    return true;
  };

  const storeDonation: StoreEvent = (_type, event) => {
    const parsed = donationSchema.safeParse(event);
    if (!parsed.success) return false;
    const { broadcaster_user_id, ...donation } = parsed.data;
    donations.put(broadcaster_user_id, donation.id, donation);
    return true;
  };

  return {
    storeCampaign,
    storeDonation,
    campaignsOf: campaigns.ofChannel,
    donationsOf: donations.ofChannel,
  };
}
