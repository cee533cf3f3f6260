import * as z from 'zod/mini';
import { amount, count, id, listOf, text, user } from './fields';

const train = z.strictObject({
  trainId: id,
  level: count,
  total: count,
  progress: z.nullable(count),
  goal: z.nullable(count),
  trainType: text,
  top: listOf(user),
  sharedWith: z.exactOptional(listOf(user)),
});
const poll = z.strictObject({
  pollId: id,
  title: text,
  choices: listOf(z.strictObject({ title: text, votes: count })),
  status: z.nullable(text),
});
const prediction = z.strictObject({
  predictionId: id,
  title: text,
  outcomes: listOf(z.strictObject({ id: text, title: text, users: count, channelPoints: count })),
  status: z.nullable(text),
  winnerId: z.nullable(text),
});
const goal = z.strictObject({
  goalId: id,
  goalType: text,
  description: text,
  current: count,
  target: count,
  isAchieved: z.nullable(z.boolean()),
});
const campaign = z.strictObject({
  campaignId: id,
  charityName: text,
  current: z.nullable(amount),
  target: z.nullable(amount),
});

/** The details of the kinds that report on something in phases. */
export const TOGETHER = {
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
  charity_begin: campaign,
  charity_progress: campaign,
  charity_end: campaign,
};
