import type { Act } from './acts.ts';
import * as moderation from './moderation-acts.ts';
import { poll, prediction, train } from './polls-goals-trains-acts.ts';
import type { Stage } from './stage.ts';
import * as streamer from './streamer-acts.ts';
import * as team from './team-acts.ts';

const MINUTE = 60;

/** What happens beyond the chat of everybody, some of it soon after the start. */
const PROGRAMME: readonly (readonly [second: number, act: Act])[] = [
  [200, prediction('Will the bridge be finished tonight?', ['Yes', 'No'], 'Yes')],
  [260, streamer.rewardWithoutWords],
  [330, streamer.highlight('greetings from the night shift, you make it shorter')],
  [370, poll('Where to next?', ['The mines', 'The sea', 'Sleep'])],
  [445, team.shoutoutTo(0, 412)],
  [520, moderation.deleteMessage],
  [580, moderation.slowMode(240)],
  [690, train],
  [800, streamer.messageEffect],
  [880, streamer.rewardWithWords('Henrietta')],
  [1_040, team.shoutoutFrom(1, 287)],
  [1_120, streamer.ownPowerUp],
  [1_210, moderation.warn],
  [1_300, streamer.adBreak(90)],
  [1_450, streamer.giantEmote],
  [1_490, moderation.timeOut],
  [1_560, moderation.newVip],
  [1_730, team.shoutoutTo(2, 1_630)],
  [40 * MINUTE, moderation.timeOut],
  [48 * MINUTE, streamer.rewardWithWords('Cluck Norris')],
  [52 * MINUTE, streamer.subscriptionEnd],
  [60 * MINUTE, streamer.adBreak(180, true)],
  [66 * MINUTE, poll('What shall we plant?', ['Parsnips', 'Blueberries', 'Melons', 'Hops'])],
  [79 * MINUTE, team.shoutoutTo(1, 287)],
  [84 * MINUTE, streamer.highlight('how many chickens are there by now?')],
  [95 * MINUTE, moderation.deleteMessage],
  [100 * MINUTE, prediction('A legendary fish today?', ['Never', 'At last'], null)],
  [105 * MINUTE, streamer.rewardWithoutWords],
  [120 * MINUTE, streamer.adBreak(90)],
  [125 * MINUTE, train],
  [140 * MINUTE, streamer.subscriptionEnd],
  [155 * MINUTE, streamer.messageEffect],
];

/** Single ones first, then runs after the raids, then now and then. */
const FOLLOWS = [
  140, 310, 436, 441, 449, 463, 905, 1_190, 1_712, 1_716, 1_721, 1_733, 1_748, 2_400, 3_300, 4_720,
  4_731, 5_900, 7_200, 8_800,
];

/** What only moderators and the streamer are told, and what chat shows of it. */
export function playBackstage(stage: Stage): void {
  for (const [second, act] of PROGRAMME) act(stage, second);
  team.follows(stage, FOLLOWS);
}
