import type { Amount } from './amount';
import type { User } from './user';

/** The state of a hype train. */
export interface HypeTrain {
  trainId: string;
  level: number;
  total: number;
  /** Points towards the next level, of the `goal`; both are `null` after the end. */
  progress: number | null;
  goal: number | null;
  /** `regular`, `golden_kappa` or `treasure`. An open list. */
  trainType: string;
  /** The users who contributed most; empty if Twitch names none. */
  top: User[];
  /** The other channels of a shared hype train; missing if it is the streamer's own. */
  sharedWith?: User[];
}

/** The state of a poll. */
export interface Poll {
  pollId: string;
  title: string;
  choices: { title: string; votes: number }[];
  /** `completed`, `archived` or `terminated`; `null` until it has ended. An open list. */
  status: string | null;
}

/** The state of a prediction. */
export interface Prediction {
  predictionId: string;
  title: string;
  outcomes: { id: string; title: string; users: number; channelPoints: number }[];
  /** `resolved` or `canceled`; `null` until it has ended. An open list. */
  status: string | null;
  /** The id of the winning outcome; `null` if there is none (yet). */
  winnerId: string | null;
}

/** The state of a goal that the streamer set. */
export interface Goal {
  goalId: string;
  /** Twitch's name of the counted things. An open list. */
  goalType: string;
  /** The text that the streamer gave it; may be empty. */
  description: string;
  current: number;
  target: number;
  /** `null` until it has ended. */
  isAchieved: boolean | null;
}

/** The state of a charity campaign. */
export interface CharityCampaign {
  campaignId: string;
  charityName: string;
  current: Amount | null;
  target: Amount | null;
}

/** Details of the kinds that report on something in phases. All phases have the same details. */
export interface TogetherDetails {
  hype_train_begin: HypeTrain;
  hype_train_progress: HypeTrain;
  hype_train_end: HypeTrain;
  poll_begin: Poll;
  poll_progress: Poll;
  poll_end: Poll;
  prediction_begin: Prediction;
  prediction_progress: Prediction;
  prediction_lock: Prediction;
  prediction_end: Prediction;
  goal_begin: Goal;
  goal_progress: Goal;
  goal_end: Goal;
  charity_begin: CharityCampaign;
  charity_progress: CharityCampaign;
  charity_end: CharityCampaign;
}
