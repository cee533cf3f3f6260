import type { Amount } from './amount';
import type { User } from './user';

/** What is known of a hype train, at whichever of its phases. */
export interface HypeTrain {
  trainId: string;
  level: number;
  total: number;
  /** On the way to the next level; both `null` once it has ended. */
  progress: number | null;
  goal: number | null;
  /** `regular`, `golden_kappa`, `treasure`. Open. */
  trainType: string;
  /** Those who gave the most; empty where Twitch names nobody. */
  top: User[];
}

/** What is known of a poll. */
export interface Poll {
  pollId: string;
  title: string;
  choices: { title: string; votes: number }[];
  /** `completed`, `archived`, `terminated`; `null` until it has ended. Open. */
  status: string | null;
}

/** What is known of a prediction. */
export interface Prediction {
  predictionId: string;
  title: string;
  outcomes: { id: string; title: string; users: number; channelPoints: number }[];
  /** `resolved` or `canceled`; `null` until it has ended. Open. */
  status: string | null;
  /** The outcome that came true; `null` before it has, and where none did. */
  winnerId: string | null;
}

/** What is known of a goal of the streamer's. */
export interface Goal {
  goalId: string;
  /** Twitch's own name of what is counted. Open. */
  goalType: string;
  /** The streamer's own words for it; may be empty. */
  description: string;
  current: number;
  target: number;
  /** `null` until it has ended. */
  isAchieved: boolean | null;
}

/** What is known of a charity campaign. */
export interface CharityCampaign {
  campaignId: string;
  charityName: string;
  current: Amount | null;
  target: Amount | null;
}

/** Details of the kinds that go on for a while: all phases of one thing know the same of it. */
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
