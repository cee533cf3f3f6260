import type { EventOf } from '../event/event';
import type { KIND_GROUPS } from '../event/event-kind';
import type { Goal } from '../event/together';
import type { Describers, MessageParam } from './message';
import type { MessageKey } from './message-key';

const TRAINS: ReadonlyMap<string, MessageKey> = new Map([
  ['golden_kappa', 'event.hype_train_begin.golden'],
  ['treasure', 'event.hype_train_begin.treasure'],
]);

/**
 * Goal types. EventSub and Helix have a list each, and differ in the name for followers.
 * https://dev.twitch.tv/docs/api/reference/#get-creator-goals
 */
const GOALS: ReadonlyMap<string, MessageKey> = new Map([
  ['follow', 'goal.followers'],
  ['follower', 'goal.followers'],
  ['subscription', 'goal.sub_points'],
  ['subscription_count', 'goal.subs'],
  ['new_subscription', 'goal.new_sub_points'],
  ['new_subscription_count', 'goal.new_subs'],
  ['new_bit', 'goal.new_bits'],
  ['new_cheerer', 'goal.new_cheerers'],
]);

const PREDICTION_ENDS: ReadonlyMap<string, MessageKey> = new Map([
  ['resolved', 'event.prediction_end.resolved'],
  ['canceled', 'event.prediction_end.canceled'],
]);

/** Returns a goal in the words of the streamer, or by the things that it counts. */
function goalOf({ description, goalType }: Goal): MessageParam {
  if (description !== '') return description;
  return { message: GOALS.get(goalType) ?? 'goal.unknown' };
}

const level = (event: { detail: { level: number } }) => ({ level: event.detail.level });
const title = (event: { detail: { title: string } }) => ({ title: event.detail.title });
const goal = (event: { detail: Goal }) => ({ goal: goalOf(event.detail) });
const charity = (event: EventOf<'charity_begin' | 'charity_progress' | 'charity_end'>) => ({
  charity: event.detail.charityName,
});

/** Describers of polls, predictions, goals, hype trains and charity campaigns. */
export const TOGETHER_DESCRIBERS: Describers<(typeof KIND_GROUPS.together)[number]> = {
  hype_train_begin: ({ detail: { trainType, sharedWith } }) => ({
    message:
      TRAINS.get(trainType) ??
      (sharedWith ? 'event.shared_hype_train.begin' : 'event.hype_train_begin.regular'),
    params: {},
  }),
  hype_train_progress: (event) => ({
    message: event.detail.sharedWith
      ? 'event.shared_hype_train.progress'
      : 'event.hype_train_progress',
    params: level(event),
  }),
  hype_train_end: (event) => ({
    message: event.detail.sharedWith ? 'event.shared_hype_train.end' : 'event.hype_train_end',
    params: level(event),
  }),
  poll_begin: (event) => ({ message: 'event.poll_begin', params: title(event) }),
  poll_progress: (event) => ({ message: 'event.poll_progress', params: title(event) }),
  poll_end: (event) => ({
    message:
      event.detail.status === 'terminated' ? 'event.poll_end.early' : 'event.poll_end.regular',
    params: title(event),
  }),
  prediction_begin: (event) => ({ message: 'event.prediction_begin', params: title(event) }),
  prediction_progress: (event) => ({ message: 'event.prediction_progress', params: title(event) }),
  prediction_lock: (event) => ({ message: 'event.prediction_lock', params: title(event) }),
  prediction_end: (event) => ({
    message: PREDICTION_ENDS.get(event.detail.status ?? '') ?? 'event.prediction_end.unknown',
    params: title(event),
  }),
  goal_begin: (event) => ({ message: 'event.goal_begin', params: goal(event) }),
  goal_progress: (event) => ({ message: 'event.goal_progress', params: goal(event) }),
  goal_end: (event) => ({
    message: event.detail.isAchieved === true ? 'event.goal_end.reached' : 'event.goal_end.missed',
    params: goal(event),
  }),
  charity_begin: (event) => ({ message: 'event.charity_begin', params: charity(event) }),
  charity_progress: (event) => ({ message: 'event.charity_progress', params: charity(event) }),
  charity_end: (event) => ({ message: 'event.charity_end', params: charity(event) }),
};
