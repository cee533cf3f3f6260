import type { EventOf, StreamEvent } from '../event/event';
import type { EventKind } from '../event/event-kind';
import type { CharityCampaign, Goal, HypeTrain, Poll, Prediction } from '../event/together';
import type { User } from '../event/user';
import { describePreviousInfo } from './channel';
import { describeModeLengths } from './chat-settings';
import { type Describers, type Message, type MessageParam, moneyParam, userParam } from './message';

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

function describeTrain({ level, progress, goal, top }: HypeTrain): Message | null {
  if (progress !== null && goal !== null) {
    return { message: 'more.hype_train.progress', params: { level, progress, goal } };
  }
  const [first] = top;
  if (first === undefined) return null;
  return { message: 'more.hype_train.top', params: { viewer: userParam(first, 'someone.viewer') } };
}

/** Joins untrusted titles to a list. */
function listed(titled: readonly { title: string }[]): Message | null {
  if (titled.length === 0) return null;
  const choices = { list: titled.map(({ title }) => title), join: 'dots' } as const;
  return { message: 'more.choices', params: { choices } };
}

/** Statuses of a poll whose votes are the result. */
const COUNTED: ReadonlySet<string> = new Set(['completed', 'archived', 'terminated']);

/** The most choices of a draw that are named. */
const MAX_NAMED = 3;

function describeDraw(tied: readonly { title: string }[], votes: number): Message {
  const named: MessageParam[] = tied.map(({ title }) => title);
  const others = named.length - MAX_NAMED + 1;
  if (named.length > MAX_NAMED) {
    const rest = { message: 'more.poll.others', count: others, params: { others } } as const;
    named.splice(MAX_NAMED - 1, others, rest);
  }
  const choices = { list: named, join: 'and' } as const;
  return { message: 'more.poll.draw', count: votes, params: { choices, votes } };
}

function describeVotes({ choices, status }: Poll): Message | null {
  const votes = Math.max(0, ...choices.map((choice) => choice.votes));
  const isOver = status !== null;
  if (isOver && !COUNTED.has(status)) return listed(choices);
  const [first, ...tied] = choices.filter((choice) => choice.votes === votes);
  if (first === undefined) return null;
  if (votes === 0) {
    return isOver ? { message: 'more.poll.nobody', params: {} } : listed(choices);
  }
  if (tied.length > 0) return describeDraw([first, ...tied], votes);
  const params = { choice: first.title, votes };
  return { message: isOver ? 'more.poll.won' : 'more.poll.leads', count: votes, params };
}

function describePoints({ outcomes, status, winnerId }: Prediction): Message | null {
  if (status !== null) {
    if (status !== 'resolved') return null;
    const winner = outcomes.find(({ id }) => id === winnerId);
    if (winner === undefined) return null;
    const { title: outcome, users } = winner;
    return { message: 'more.prediction.won', count: users, params: { outcome, users } };
  }
  const points = outcomes.reduce((sum, { channelPoints }) => sum + channelPoints, 0);
  if (points === 0) return listed(outcomes);
  return { message: 'more.prediction.points', count: points, params: { points } };
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

const train = ofDetail(describeTrain);
const poll = ofDetail(describeVotes);
const prediction = ofDetail(describePoints);
const goal = ofDetail(
  ({ current, target }: Goal): Message => ({ message: 'more.goal', params: { current, target } }),
);
const charity = ofDetail(describeRaised);

/** Describers of the kinds that have a secondary message. */
const SECONDARY_DESCRIBERS: Partial<Describers<EventKind, Message | null>> = {
  gift: gifts,
  community_gift: gifts,
  power_up: ({ detail: { bits } }) =>
    bits === null ? null : { message: 'more.bits', count: bits, params: { bits } },
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
