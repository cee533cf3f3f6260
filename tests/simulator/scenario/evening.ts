import { STREAMER } from '../world/people/accounts.ts';
import { CHATTER } from '../world/people/lines.ts';
import { NEIGHBOURS } from '../world/people/neighbours.ts';
import * as acts from './acts.ts';
import { playBackstage } from './backstage.ts';
import { campaign, followGoal } from './consequences.ts';
import { ANNOUNCEMENTS, PROGRAMME } from './programme.ts';
import { inOrderOfTime, type ScheduledEvent } from './schedule.ts';
import { createStage, type Stage } from './stage.ts';

const MINUTE = 60;
const END = 180 * MINUTE;
const OPENING_ENDS = 30 * MINUTE;
const FAREWELL = END - 5 * MINUTE;

function programme(index: number): acts.Act {
  const part = PROGRAMME[index];
  return part ? acts.programmeChange(part) : () => undefined;
}

function announcement(index: number): acts.Act {
  return acts.announcement(ANNOUNCEMENTS[index] ?? '');
}

function neighbourRaid(index: number, viewers: number): acts.Act {
  const neighbour = NEIGHBOURS[index];
  return neighbour ? acts.raidBy(neighbour.person, viewers) : () => undefined;
}

/** The first half hour has one of everything, so that whoever looks in sees it soon. */
const OPENING: readonly (readonly [second: number, act: acts.Act])[] = [
  [75, programme(0)],
  [120, acts.watchStreak],
  [170, acts.sub],
  [230, acts.cheer],
  [290, acts.resub],
  [350, acts.primeSub],
  [420, neighbourRaid(0, 87)],
  [480, announcement(3)],
  [540, acts.singleGift],
  [600, acts.cheer],
  [660, acts.giftBomb(20)],
  [760, acts.resub],
  [840, acts.bitsBadge],
  [920, acts.anonymousGift],
  [1_000, acts.charityDonation],
  [1_080, acts.giftUpgrade],
  [1_160, acts.cheer],
  [1_240, acts.primeUpgrade],
  [1_320, acts.modiversary],
  [1_400, acts.payItForward],
  [1_500, programme(1)],
  [1_600, acts.anonymousGiftBomb(5)],
  [1_700, neighbourRaid(2, 612)],
];

/** What fills the long middle; an act that is listed more often happens more often. */
const REPERTOIRE: readonly acts.Act[] = [
  ...Array.from({ length: 6 }, () => acts.resub),
  ...Array.from({ length: 6 }, () => acts.cheer),
  ...Array.from({ length: 3 }, () => acts.sub),
  ...Array.from({ length: 3 }, () => acts.primeSub),
  ...Array.from({ length: 3 }, () => acts.watchStreak),
  acts.singleGift,
  acts.singleGift,
  acts.anonymousGift,
  acts.giftBomb(5),
  acts.bitsBadge,
  acts.charityDonation,
  acts.giftUpgrade,
];

const MIDDLE: readonly (readonly [minute: number, act: acts.Act])[] = [
  [55, announcement(0)],
  [62, programme(2)],
  [78, neighbourRaid(1, 143)],
  [95, programme(3)],
  [110, announcement(2)],
  [124, acts.giftBomb(10)],
  [150, programme(4)],
];

function playOpening(stage: Stage): void {
  for (const [second, act] of OPENING) act(stage, second + stage.random.integer(-8, 8));
}

function playMiddle(stage: Stage): void {
  const { random } = stage;
  let second = OPENING_ENDS + random.integer(30, 90);
  while (second < FAREWELL) {
    random.pick(REPERTOIRE)(stage, second);
    second += random.integer(45, 140);
  }
  for (const [minute, act] of MIDDLE) act(stage, minute * MINUTE + random.integer(-30, 30));
}

function playFarewell(stage: Stage): void {
  announcement(4)(stage, FAREWELL);
  acts.raidOut(stage.random.integer(600, 900))(stage, END - 60);
  stage.at(END, { kind: 'offline', broadcasterId: STREAMER.id });
}

/** Ordinary chat all the time, and an audience that grows and drifts. */
function fillWithChat(stage: Stage): void {
  const { random, message, at } = stage;
  for (let second = 22; second < END; second += random.integer(4, 14)) {
    message(second, { message: random.pick(CHATTER) });
  }
  for (let second = 120; second < END; second += 120) {
    const viewers = 120 + Math.round(Math.min(second / 6, 900)) + random.integer(-40, 40);
    at(second, { kind: 'channel', broadcasterId: STREAMER.id, change: { viewers } });
  }
}

const CAMPAIGN = { from: 15 * MINUTE, to: END - 2 * MINUTE };
const GOAL = { from: 100, to: END - 3 * MINUTE };
const FOLLOWERS_WANTED = 15;

/**
 * A believable evening of three hours on the demo channel; equal seeds give equal evenings. It has
 * all that is told to anybody: who hears what is up to the subscriptions.
 */
export function evening(seed: number): ScheduledEvent[] {
  const stage = createStage(seed);
  stage.at(20, { kind: 'online', broadcasterId: STREAMER.id, viewers: 64 });
  playOpening(stage);
  playMiddle(stage);
  playFarewell(stage);
  fillWithChat(stage);
  // A stage of its own, so that what is added there changes nothing here.
  const backstage = createStage(seed ^ 0x2545f491);
  playBackstage(backstage);
  const played = inOrderOfTime([...stage.schedule(), ...backstage.schedule()]);
  const goal = followGoal(played, FOLLOWERS_WANTED, GOAL);
  return inOrderOfTime([...played, ...campaign(played, CAMPAIGN), ...goal]);
}
