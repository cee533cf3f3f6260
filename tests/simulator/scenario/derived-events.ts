import type { EventShape } from '../shapes/event-shape.ts';
import { moment } from '../shapes/moments.ts';
import { channelGoal } from '../shapes/polls-goals-trains/goal.ts';
import { charityCampaign, euros } from '../shapes/support/charity.ts';
import type { ScheduledStep } from './schedule.ts';

interface EventAtTime {
  atSeconds: number;
  event: Readonly<EventShape>;
}

function eventsOf(schedule: readonly ScheduledStep[], type: string): EventAtTime[] {
  return schedule.flatMap(({ atSeconds, step }) =>
    step.kind === 'event' && step.publication.type === type
      ? [{ atSeconds, event: step.publication.event }]
      : [],
  );
}

function scheduled(atSeconds: number, type: string, event: EventShape): ScheduledStep {
  return { atSeconds, step: { kind: 'event', publication: { type, event } } };
}

/** A period in seconds since the start of the scenario. */
interface Span {
  from: number;
  to: number;
}

function within({ from, to }: Span) {
  return ({ atSeconds }: EventAtTime) => atSeconds > from && atSeconds < to;
}

/** Returns the events of a follower goal, which grows with every follow until it is achieved. */
export function followGoal(
  schedule: readonly ScheduledStep[],
  target_amount: number,
  span: Span,
): ScheduledStep[] {
  const started_at = moment(span.from);
  const goal = { type: 'follow', description: 'New faces tonight', target_amount, started_at };
  const follows = eventsOf(schedule, 'channel.follow').filter(within(span));
  const counted = follows.slice(0, target_amount).map(({ atSeconds }, index) => {
    const event = channelGoal('progress', { ...goal, current_amount: index + 1 });
    return scheduled(atSeconds + 1, 'channel.goal.progress', event);
  });
  const last = follows[target_amount - 1]?.atSeconds ?? span.to;
  const current_amount = Math.min(follows.length, target_amount);
  const ended = channelGoal('end', { ...goal, current_amount, ended_at: moment(last + 2) });
  return [
    scheduled(
      span.from,
      'channel.goal.begin',
      channelGoal('begin', { ...goal, current_amount: 0 }),
    ),
    ...counted,
    scheduled(last + 2, 'channel.goal.end', ended),
  ];
}

function valueOf({ amount }: EventAtTime['event']): number {
  const isAmount = typeof amount === 'object' && amount !== null && 'value' in amount;
  return isAmount && typeof amount.value === 'number' ? amount.value : 0;
}

/** Returns the events of a charity campaign, which grows with every donation. */
export function campaign(schedule: readonly ScheduledStep[], span: Span): ScheduledStep[] {
  const donations = eventsOf(schedule, 'channel.charity_campaign.donate').filter(within(span));
  let collected = 0;
  const counted = donations.map(({ atSeconds, event }) => {
    collected += valueOf(event);
    const shape = charityCampaign('progress', { current_amount: euros(collected) });
    return scheduled(atSeconds + 1, 'channel.charity_campaign.progress', shape);
  });
  const started = charityCampaign('start', { at: moment(span.from) });
  const stopped = charityCampaign('stop', {
    current_amount: euros(collected),
    at: moment(span.to),
  });
  return [
    scheduled(span.from, 'channel.charity_campaign.start', started),
    ...counted,
    scheduled(span.to, 'channel.charity_campaign.stop', stopped),
  ];
}
