import { moment } from '../../shapes/moments.ts';
import { type Contribution, hypeTrain } from '../../shapes/polls-goals-trains/hype-train.ts';
import { channelPoll } from '../../shapes/polls-goals-trains/poll.ts';
import { channelPrediction, type Outcome } from '../../shapes/polls-goals-trains/prediction.ts';
import { AUDIENCE } from '../../world/people/audience.ts';
import type { Script } from '../script.ts';
import type { Act } from './act.ts';

/** Returns numbers that grow with each step, one row per step. */
function growth({ random }: Script, steps: number, rates: readonly number[]): number[][] {
  const rows: number[][] = [];
  for (let step = 0; step < steps; step += 1) {
    const before = rows.at(-1) ?? [];
    rows.push(rates.map((rate, index) => (before[index] ?? 0) + random.integer(0, rate)));
  }
  return rows;
}

/** A poll of two minutes with progress every fifteen seconds. */
export function poll(title: string, titles: readonly string[]): Act {
  return (script, seconds) => {
    const { random, event } = script;
    const rows = growth(
      script,
      8,
      titles.map(() => random.integer(3, 15)),
    );
    const [started_at, ends_at] = [moment(seconds), moment(seconds + 120)];
    const fields = { id: random.uuid(), title, started_at, ends_at, channel_points_per_vote: 500 };
    const choicesAt = (row: readonly number[] = []) =>
      titles.map((title, index) => ({ title, votes: row[index] ?? 0 }));
    const begun = channelPoll('begin', { ...fields, choices: choicesAt() });
    event(seconds, 'channel.poll.begin', begun);
    for (const [index, row] of rows.slice(0, -1).entries()) {
      const progress = channelPoll('progress', { ...fields, choices: choicesAt(row) });
      event(seconds + (index + 1) * 15, 'channel.poll.progress', progress);
    }
    const result = { ...fields, ended_at: ends_at, choices: choicesAt(rows.at(-1)) };
    event(seconds + 120, 'channel.poll.end', channelPoll('end', result));
  };
}

function outcomesAt(script: Script, titles: readonly string[], row: readonly number[]): Outcome[] {
  return titles.map((title, index) => {
    const users = row[index] ?? 0;
    const top = users === 0 ? [] : AUDIENCE.slice(index, index + 1);
    const top_predictors = top.map((user) => ({ user, channel_points_used: 350 }));
    return { title, users, channel_points: users * 350, top_predictors };
  });
}

/** A prediction: locked after two minutes, decided or canceled after ten. */
export function prediction(title: string, titles: readonly string[], winner: string | null): Act {
  return (script, seconds) => {
    const { event, random } = script;
    const rows = growth(
      script,
      6,
      titles.map(() => random.integer(4, 12)),
    );
    const fields = { id: random.uuid(), title, started_at: moment(seconds) };
    const at = (row: readonly number[] = []) => ({
      ...fields,
      outcomes: outcomesAt(script, titles, row),
    });
    const open = { locks_at: moment(seconds + 120) };
    event(seconds, 'channel.prediction.begin', channelPrediction('begin', { ...at(), ...open }));
    for (const [index, row] of rows.slice(0, -1).entries()) {
      const progress = channelPrediction('progress', { ...at(row), ...open });
      event(seconds + (index + 1) * 20, 'channel.prediction.progress', progress);
    }
    const last = at(rows.at(-1));
    const locked = channelPrediction('lock', { ...last, locked_at: moment(seconds + 120) });
    event(seconds + 120, 'channel.prediction.lock', locked);
    const result = winner === null ? { status: 'canceled' as const } : { winner };
    const ended = { ...last, ...result, ended_at: moment(seconds + 600) };
    event(seconds + 600, 'channel.prediction.end', channelPrediction('end', ended));
  };
}

/** The points that each level needs. */
const LEVELS = [1_600, 1_800, 2_100, 2_500, 3_000];

/** Returns level and progress of a train with that many points. */
function levelOf(total: number) {
  let [level, progress] = [1, total];
  for (const goal of LEVELS) {
    if (progress < goal || level === LEVELS.length) return { level, progress, goal };
    level += 1;
    progress -= goal;
  }
  return { level, progress, goal: 0 };
}

/** A hype train of five minutes with progress at every contribution. */
export const train: Act = ({ random, event, viewers }, seconds) => {
  const fixed = {
    id: random.uuid(),
    started_at: moment(seconds),
    expires_at: moment(seconds + 300),
  };
  const contributions: Contribution[] = [];
  const current = () => {
    const total = contributions.reduce((sum, contribution) => sum + contribution.total, 0);
    const top_contributions = contributions.toSorted((a, b) => b.total - a.total).slice(0, 2);
    return { ...fixed, total, ...levelOf(total), top_contributions };
  };
  for (const [index, user] of viewers(14, null).entries()) {
    const type = random.pick(['bits', 'subscription'] as const);
    contributions.push({ user, type, total: random.pick([200, 500, 500, 1_000]) });
    if (index < 2) continue;
    const phase = index === 2 ? 'begin' : 'progress';
    event(seconds + (index - 2) * 20, `channel.hype_train.${phase}`, hypeTrain(phase, current()));
  }
  const ended = { ended_at: moment(seconds + 300), cooldown_ends_at: moment(seconds + 3_900) };
  event(seconds + 300, 'channel.hype_train.end', hypeTrain('end', { ...current(), ...ended }));
};
