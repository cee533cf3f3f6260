import { STREAMER } from '../world/people/accounts.ts';
import { CHATTER } from '../world/people/lines.ts';
import { NEIGHBORS } from '../world/people/neighbors.ts';
import type { Act } from './acts/act.ts';
import * as channel from './acts/channel-acts.ts';
import * as chat from './acts/chat-acts.ts';
import { campaign, followGoal } from './derived-events.ts';
import { playPrivateEvents } from './private-events.ts';
import { inOrderOfTime, type ScheduledStep } from './schedule.ts';
import { createScript, type Script } from './script.ts';
import { ANNOUNCEMENTS, STREAM_TITLES } from './streamer-texts.ts';

const MINUTE = 60;
const END = 180 * MINUTE;
const OPENING_ENDS = 30 * MINUTE;
const FAREWELL = END - 5 * MINUTE;

function titleChange(index: number): Act {
  const part = STREAM_TITLES[index];
  return part ? channel.titleChange(part) : () => undefined;
}

function announcement(index: number): Act {
  return chat.announcement(ANNOUNCEMENTS[index] ?? '');
}

function neighborRaid(index: number, viewers: number): Act {
  const neighbor = NEIGHBORS[index];
  return neighbor ? chat.raidBy(neighbor.person, viewers) : () => undefined;
}

/** The first half hour contains one of each act, so that a demo shows them soon. */
const OPENING: readonly (readonly [second: number, act: Act])[] = [
  [75, titleChange(0)],
  [120, chat.watchStreak],
  [170, chat.sub],
  [230, chat.cheer],
  [290, chat.resub],
  [350, chat.primeSub],
  [420, neighborRaid(0, 87)],
  [480, announcement(3)],
  [540, chat.singleGift],
  [600, chat.cheer],
  [660, chat.giftBomb(20)],
  [760, chat.resub],
  [840, chat.bitsBadge],
  [920, chat.anonymousGift],
  [1_000, chat.charityDonation],
  [1_080, chat.giftUpgrade],
  [1_160, chat.cheer],
  [1_240, chat.primeUpgrade],
  [1_320, chat.modiversary],
  [1_400, chat.payItForward],
  [1_500, titleChange(1)],
  [1_600, chat.anonymousGiftBomb(5)],
  [1_700, neighborRaid(2, 612)],
];

/** Acts for the middle part; an act that is listed more often happens more often. */
const REPERTOIRE: readonly Act[] = [
  ...Array.from({ length: 6 }, () => chat.resub),
  ...Array.from({ length: 6 }, () => chat.cheer),
  ...Array.from({ length: 3 }, () => chat.sub),
  ...Array.from({ length: 3 }, () => chat.primeSub),
  ...Array.from({ length: 3 }, () => chat.watchStreak),
  chat.singleGift,
  chat.singleGift,
  chat.anonymousGift,
  chat.giftBomb(5),
  chat.bitsBadge,
  chat.charityDonation,
  chat.giftUpgrade,
];

const MIDDLE: readonly (readonly [minute: number, act: Act])[] = [
  [55, announcement(0)],
  [62, titleChange(2)],
  [78, neighborRaid(1, 143)],
  [95, titleChange(3)],
  [110, announcement(2)],
  [124, chat.giftBomb(10)],
  [150, titleChange(4)],
];

function playOpening(script: Script): void {
  for (const [second, act] of OPENING) act(script, second + script.random.integer(-8, 8));
}

function playMiddle(script: Script): void {
  const { random } = script;
  let second = OPENING_ENDS + random.integer(30, 90);
  while (second < FAREWELL) {
    random.pick(REPERTOIRE)(script, second);
    second += random.integer(45, 140);
  }
  for (const [minute, act] of MIDDLE) act(script, minute * MINUTE + random.integer(-30, 30));
}

function playFarewell(script: Script): void {
  announcement(4)(script, FAREWELL);
  channel.raidOut(script.random.integer(600, 900))(script, END - 60);
  script.at(END, { kind: 'offline', broadcasterId: STREAMER.id });
}

/** Adds ordinary chat and a number of viewers that changes over time. */
function fillWithChat(script: Script): void {
  const { random, message, at } = script;
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
 * Returns the steps of a realistic evening of three hours on the demo channel; equal seeds produce
 * equal evenings. It contains the events for all roles: each session receives the events that it
 * has subscribed to.
 */
export function evening(seed: number): ScheduledStep[] {
  const script = createScript(seed);
  script.at(20, { kind: 'online', broadcasterId: STREAMER.id, viewers: 64 });
  playOpening(script);
  playMiddle(script);
  playFarewell(script);
  fillWithChat(script);
  // A separate script with its own seed, so that changes of one do not affect the other.
  const privateScript = createScript(seed ^ 0x2545f491);
  playPrivateEvents(privateScript);
  const played = inOrderOfTime([...script.schedule(), ...privateScript.schedule()]);
  const goal = followGoal(played, FOLLOWERS_WANTED, GOAL);
  return inOrderOfTime([...played, ...campaign(played, CAMPAIGN), ...goal]);
}
