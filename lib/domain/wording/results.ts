import type { Poll, Prediction } from '../event/together';
import type { Message, MessageParam } from './message';

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

/** Describes how the votes of a poll stand, or who won it; `null` if there is nothing to tell. */
export function describeVotes({ choices, status }: Poll): Message | null {
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

/** Describes the points of a prediction, or its outcome; `null` if there is nothing to tell. */
export function describePoints({ outcomes, status, winnerId }: Prediction): Message | null {
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
