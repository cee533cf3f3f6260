import { adBreakBegin } from '../../shapes/channel/ad-break.ts';
import { A_REWARD, rewardRedemption } from '../../shapes/channel/channel-points.ts';
import { emoteFragment, textFragment } from '../../shapes/chat/message-body.ts';
import { moment } from '../../shapes/moments.ts';
import { bitsUse, customPowerUpRedemption } from '../../shapes/support/bits.ts';
import { channelSubscribe } from '../../shapes/support/subscription.ts';
import type { Act } from './act.ts';

const REDEMPTION = 'channel.channel_points_custom_reward_redemption';

/** A reward with a text: a chat message and a redemption, which is fulfilled later. */
export function rewardWithText(text: string): Act {
  return ({ message, event, nextViewer }, seconds) => {
    const user = nextViewer();
    message(seconds, {
      chatter: user,
      message: text,
      channel_points_custom_reward_id: A_REWARD.id,
    });
    const redeemed_at = moment(seconds);
    const fulfilled = rewardRedemption({
      user,
      user_input: text,
      redeemed_at,
      status: 'fulfilled',
    });
    event(seconds + 90, `${REDEMPTION}.update`, fulfilled);
  };
}

/** A reward without a text; chat shows nothing of it. */
export const rewardWithoutText: Act = ({ random, event, nextViewer }, seconds) => {
  const reward = random.pick([
    { id: 'hydrate', title: 'Hydrate!', cost: 200, prompt: '' },
    { id: 'pet-the-dog', title: 'Pet the dog', cost: 1_000, prompt: '' },
  ]);
  const redemption = { user: nextViewer(), reward, redeemed_at: moment(seconds) };
  event(seconds, `${REDEMPTION}.add`, rewardRedemption({ ...redemption, id: random.uuid() }));
};

export function highlight(text: string): Act {
  return ({ message, nextViewer }, seconds) =>
    message(seconds, {
      chatter: nextViewer(),
      message: text,
      message_type: 'channel_points_highlighted',
    });
}

export const messageEffect: Act = ({ message, nextViewer }, seconds) =>
  message(seconds, {
    chatter: nextViewer(),
    message: 'look at those parsnips!',
    message_type: 'power_ups_message_effect',
    channel_points_animation_id: 'simmer',
  });

export const giantEmote: Act = ({ message, nextViewer }, seconds) =>
  message(seconds, {
    chatter: nextViewer(),
    message: [textFragment('this farm '), emoteFragment('HeyGuys', '30259')],
    message_type: 'power_ups_gigantified_emote',
  });

/** A custom power-up: two types report it, but not chat. */
export const customPowerUp: Act = ({ event, nextViewer }, seconds) => {
  const [user, redeemed_at] = [nextViewer(), moment(seconds)];
  const custom_power_up = { title: 'Rain of parsnips', reward_id: 'rain-of-parsnips' };
  const { title, reward_id: id } = custom_power_up;
  event(
    seconds,
    'channel.custom_power_up_redemption.add',
    customPowerUpRedemption({ user, custom_power_up: { id, title }, redeemed_at }),
  );
  event(seconds + 0.3, 'channel.bits.use', bitsUse({ user, bits: 250, custom_power_up }));
};

/** A scheduled ad break; Twitch's documentation shows its numbers as texts. */
export function adBreak(duration_seconds: number, isInTexts = false): Act {
  return ({ event }, seconds) => {
    const started_at = moment(seconds);
    const shape = adBreakBegin({ duration_seconds, is_automatic: true, started_at, isInTexts });
    event(seconds, 'channel.ad_break.begin', shape);
  };
}

export const subscriptionEnd: Act = ({ event, nextViewer }, seconds) =>
  event(seconds, 'channel.subscription.end', channelSubscribe({ user: nextViewer() }));
