import type { EventOf, StreamEvent } from '../event/event';
import type { EventKind } from '../event/event-kind';
import type { CharityCampaign, Goal, HypeTrain } from '../event/together';
import type { User } from '../event/user';
import { describePreviousInfo } from './channel';
import { describeModeLengths } from './chat-settings';
import { type Describers, type Message, moneyParam, userParam } from './message';
import { describePoints, describeVotes } from './results';

/** Makes a describer of events from a describer of their details. */
function ofDetail<Detail>(describe: (detail: Detail) => Message | null) {
  return (event: { detail: Detail }) => describe(event.detail);
}

const gifts = ofDetail((detail: { cumulativeTotal: number | null }): Message | null => {
  const total = detail.cumulativeTotal;
  return total === null ? null : { message: 'more.gifts_in_all', count: total, params: { total } };
});

const shoutout = ofDetail(({ viewers }: { viewers: number }): Message | null =>
  viewers === 0 ? null : { message: 'more.shoutout_viewers', count: viewers, params: { viewers } },
);

function describeRequester({
  isAutomatic,
  requester,
}: EventOf<'ad_break'>['detail']): Message | null {
  if (isAutomatic) return { message: 'more.ad_break.automatic', params: {} };
  if (requester === null) return null;
  return {
    message: 'more.ad_break.by',
    params: { requester: userParam(requester, 'someone.viewer') },
  };
}

function bothOf(first: Message | null, second: Message | null): Message | null {
  if (first === null || second === null) return first ?? second;
  return { message: 'more.both', params: { first, second } };
}

function describeResub(detail: EventOf<'resub'>['detail']): Message | null {
  const { isGift, isGifterAnonymous, gifter, durationMonths: months } = detail;
  const isNamed = gifter !== null && !isGifterAnonymous;
  const gift: Message = isNamed
    ? { message: 'more.resub.gift', params: { gifter: userParam(gifter, 'someone.gifter') } }
    : { message: 'more.resub.unnamed_gift', params: {} };
  const duration: Message = { message: 'more.resub.months', count: months, params: { months } };
  return bothOf(isGift ? gift : null, months > 1 ? duration : null);
}

function describeSharing({ sharedWith }: HypeTrain): Message | null {
  if (sharedWith === undefined) return null;
  if (sharedWith.length === 0) return { message: 'more.hype_train.shared', params: {} };
  const list = sharedWith.map((channel) => userParam(channel, 'someone.channel'));
  return { message: 'more.hype_train.shared_with', params: { channels: { list } } };
}

function describeTrain({ level, progress, goal, top }: HypeTrain): Message | null {
  if (progress !== null && goal !== null) {
    return { message: 'more.hype_train.progress', params: { level, progress, goal } };
  }
  const [first] = top;
  if (first === undefined) return null;
  return { message: 'more.hype_train.top', params: { viewer: userParam(first, 'someone.viewer') } };
}

function describeRaised({ current, target }: CharityCampaign): Message | null {
  if (current === null || target === null) return null;
  return {
    message: 'more.charity',
    params: { raised: moneyParam(current), target: moneyParam(target) },
  };
}

const byModerator = ofDetail(({ moderator }: { moderator: User | null }): Message | null => {
  if (moderator === null) return null;
  const params = { moderator: userParam(moderator, 'someone.moderator') };
  return { message: 'more.by_moderator', params };
});

const train = ofDetail((detail: HypeTrain) =>
  bothOf(describeTrain(detail), describeSharing(detail)),
);
const poll = ofDetail(describeVotes);
const prediction = ofDetail(describePoints);
const goal = ofDetail(
  ({ current, target }: Goal): Message => ({ message: 'more.goal', params: { current, target } }),
);
const charity = ofDetail(describeRaised);

/** Describers of the kinds that have a secondary message. */
const SECONDARY_DESCRIBERS: Partial<Describers<EventKind, Message | null>> = {
  resub: ofDetail(describeResub),
  gift: gifts,
  community_gift: gifts,
  power_up: ({ detail: { bits } }) =>
    bits === null || bits === 0 ? null : { message: 'more.bits', count: bits, params: { bits } },
  redemption: ({ detail: { cost: points } }) =>
    points === 0 ? null : { message: 'more.channel_points', count: points, params: { points } },
  shoutout_given: shoutout,
  shoutout_received: shoutout,
  channel_update: ofDetail(describePreviousInfo),
  ad_break: ofDetail(describeRequester),
  hype_train_begin: train,
  hype_train_progress: train,
  hype_train_end: train,
  poll_begin: poll,
  poll_progress: poll,
  poll_end: poll,
  prediction_begin: prediction,
  prediction_progress: prediction,
  prediction_lock: prediction,
  prediction_end: prediction,
  goal_begin: goal,
  goal_progress: goal,
  goal_end: goal,
  charity_begin: charity,
  charity_progress: charity,
  charity_end: charity,
  chat_clear: byModerator,
  message_delete: byModerator,
  ban: byModerator,
  timeout: byModerator,
  unban: byModerator,
  warning: byModerator,
  unban_request_resolved: byModerator,
  suspicious_user: byModerator,
  moderator_add: byModerator,
  moderator_remove: byModerator,
  vip_add: byModerator,
  vip_remove: byModerator,
  chat_settings: (event) => describeModeLengths(event.detail) ?? byModerator(event),
  shield_on: byModerator,
  shield_off: byModerator,
};

function describeKind<Kind extends EventKind>(kind: Kind, event: EventOf<Kind>): Message | null {
  // Widened, because the table does not contain every kind.
  const describers: { [Each in EventKind]?: (event: EventOf<Each>) => Message | null } =
    SECONDARY_DESCRIBERS;
  return describers[kind]?.(event) ?? null;
}

/** Describes the details of a single event; `null` if its kind has none. */
export function secondaryOf(event: StreamEvent): Message | null {
  // The kind is the discriminant of the event, but TypeScript cannot follow it through the table.
  return describeKind(event.event_type, event as EventOf<typeof event.event_type>);
}
