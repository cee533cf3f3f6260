import type { Act } from './acts/act.ts';
import * as channel from './acts/channel-acts.ts';
import * as moderation from './acts/moderation-acts.ts';
import { poll, prediction, train } from './acts/polls-goals-trains-acts.ts';
import * as streamer from './acts/streamer-acts.ts';
import type { Script } from './script.ts';

const MINUTE = 60;

/** Acts whose events need a scope that a plain viewer does not have; some happen soon. */
const ACTS: readonly (readonly [second: number, act: Act])[] = [
  [200, prediction('Will the bridge be finished tonight?', ['Yes', 'No'], 'Yes')],
  [260, streamer.rewardWithoutText],
  [330, streamer.highlight('greetings from the night shift, you make it shorter')],
  [370, poll('Where to next?', ['The mines', 'The sea', 'Sleep'])],
  [445, channel.shoutoutTo(0, 412)],
  [520, moderation.deleteMessage],
  [580, moderation.slowMode(240)],
  [690, train],
  [800, streamer.messageEffect],
  [880, streamer.rewardWithText('Henrietta')],
  [1_040, channel.shoutoutFrom(1, 287)],
  [1_120, streamer.customPowerUp],
  [1_210, moderation.warn],
  [1_300, streamer.adBreak(90)],
  [1_450, streamer.giantEmote],
  [1_490, moderation.timeOut],
  [1_560, moderation.newVip],
  [1_730, channel.shoutoutTo(2, 1_630)],
  [40 * MINUTE, moderation.timeOut],
  [48 * MINUTE, streamer.rewardWithText('Cluck Norris')],
  [52 * MINUTE, streamer.subscriptionEnd],
  [60 * MINUTE, streamer.adBreak(180, true)],
  [66 * MINUTE, poll('What shall we plant?', ['Parsnips', 'Blueberries', 'Melons', 'Hops'])],
  [79 * MINUTE, channel.shoutoutTo(1, 287)],
  [84 * MINUTE, streamer.highlight('how many chickens are there by now?')],
  [95 * MINUTE, moderation.deleteMessage],
  [100 * MINUTE, prediction('A legendary fish today?', ['Never', 'At last'], null)],
  [105 * MINUTE, streamer.rewardWithoutText],
  [120 * MINUTE, streamer.adBreak(90)],
  [125 * MINUTE, train],
  [140 * MINUTE, streamer.subscriptionEnd],
  [155 * MINUTE, streamer.messageEffect],
];

/** The seconds of the follows: single ones, then series after the raids. */
const FOLLOWS = [
  140, 310, 436, 441, 449, 463, 905, 1_190, 1_712, 1_716, 1_721, 1_733, 1_748, 2_400, 3_300, 4_720,
  4_731, 5_900, 7_200, 8_800,
];

/** Adds the events that only moderators and the streamer receive, with their chat messages. */
export function playPrivateEvents(script: Script): void {
  for (const [second, act] of ACTS) act(script, second);
  channel.follows(script, FOLLOWS);
}
