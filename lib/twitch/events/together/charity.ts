import * as z from 'zod/mini';
import { amount, needed, part, text } from '@/lib/twitch/payload/fields';
import { userFields, userOf } from '@/lib/twitch/payload/users';
import { type Mappers, mapper } from '../mapper';
import { receivedPhaseKeys } from './phase-keys';

const donation = z.object({ ...userFields('user'), charity_name: text, amount });

const campaign = z.object({
  id: needed.text,
  charity_name: text,
  current_amount: part(amount),
  target_amount: part(amount),
});

function phase(name: 'begin' | 'progress' | 'end') {
  return mapper(campaign, ({ id: campaignId, ...event }) => ({
    kind: `charity_${name}`,
    ...receivedPhaseKeys('charity', campaignId, name),
    detail: {
      campaignId,
      charityName: event.charity_name,
      current: event.current_amount,
      target: event.target_amount,
    },
  }));
}

/** Mappers of charity campaigns and donations. Twitch sends these types to the streamer only. */
export const CHARITY_MAPPERS: Mappers = {
  'channel.charity_campaign.donate': mapper(donation, (event) => ({
    kind: 'charity_donation',
    viewer: userOf(event, 'user'),
    detail: { message: '', charityName: event.charity_name, ...event.amount },
  })),
  'channel.charity_campaign.start': phase('begin'),
  'channel.charity_campaign.progress': phase('progress'),
  'channel.charity_campaign.stop': phase('end'),
};
