import type { Database } from '@/lib/db/database';
import { updateReportedSubscription } from '@/lib/db/subscription-report';
import type {
  ReportedSubscription,
  SubscriptionReport,
} from '@/lib/domain/access/subscription-report';
import type { SerialQueue } from '@/lib/serial-queue';
import type { Clock } from '@/lib/time';
import type { SubscriptionOutcome } from '@/lib/twitch/eventsub/subscriptions/create-subscription';
import type { Plan } from '@/lib/twitch/eventsub/subscriptions/plan';
import type { ViewerRole } from './viewer-role';

/** Returns the report on a plan before Twitch has answered. `now` is in milliseconds since 1970. */
export function initialReport(
  plan: Plan,
  viewer: ViewerRole,
  streamerId: string,
  now: number,
): SubscriptionReport {
  return {
    streamerId,
    ...viewer,
    cost: plan.subscriptions.reduce((sum, { cost }) => sum + cost, 0),
    types: plan.types.map((type) => ({ ...type, since: now, reason: null })),
  };
}

/** Returns the report with the answers that the one before has for the same subscriptions. */
export function withAnswersOf(
  before: SubscriptionReport,
  report: SubscriptionReport,
): SubscriptionReport {
  const answers = new Map(before.types.map(({ key, ...answer }) => [key, answer]));
  return {
    ...report,
    types: report.types.map((entry) => {
      const answer = answers.get(entry.key);
      if (entry.state !== 'waiting' || answer === undefined || !isAnswer(answer)) return entry;
      const { state, since, reason } = answer;
      return { ...entry, state, since, reason };
    }),
  };
}

function isAnswer({ state }: Pick<ReportedSubscription, 'state'>): boolean {
  return state === 'listening' || state === 'refused' || state === 'revoked';
}

/** In characters. Twitch's reasons are one sentence; anything longer is an HTML error page. */
const MAX_REASON_LENGTH = 200;

function readableReason(reason: string): string | null {
  return reason === '' || reason.length > MAX_REASON_LENGTH ? null : reason;
}

type ReportedState = Pick<ReportedSubscription, 'state' | 'since' | 'reason'>;

/** Returns the state of a subscription after an answer. `now` is in milliseconds since 1970. */
export function stateAfter(answer: SubscriptionOutcome, now: number): ReportedState {
  switch (answer.outcome) {
    case 'enabled':
      return { state: 'listening', since: now, reason: null };
    case 'refused':
      return { state: 'refused', since: now, reason: readableReason(answer.reason) };
    case 'later':
      return { state: 'waiting', since: now, reason: answer.problem };
    default:
      return { state: 'waiting', since: now, reason: null };
  }
}

/** Dependencies of {@link createReportWriter}. */
export interface ReportWriterDependencies {
  streamerId: string;
  db: Database;
  writes: Pick<SerialQueue, 'enqueue'>;
  clock: Pick<Clock, 'now'>;
}

/** Updates the stored subscription report. Subscriptions are identified by their keys. */
export interface ReportWriter {
  answered(key: string, answer: SubscriptionOutcome): void;
  /** `status` is Twitch's reason. */
  revoked(keys: readonly string[], status: string): void;
  /**
   * Discards answers that are not yet stored, because the report may soon be that of another plan.
   */
  stop(): void;
}

/** Creates a writer for the report that is in the database. */
export function createReportWriter({
  streamerId,
  db,
  writes,
  clock,
}: ReportWriterDependencies): ReportWriter {
  let isStopped = false;
  const update = async (key: string, state: ReportedState) =>
    await updateReportedSubscription(db, streamerId, key, state);
  return {
    answered: (key, answer) =>
      writes.enqueue('storing the answer to a subscription', async () => {
        if (!isStopped) await update(key, stateAfter(answer, clock.now()));
      }),
    revoked: (keys, status) => {
      const revoked: ReportedState = { state: 'revoked', since: clock.now(), reason: status };
      writes.enqueue('storing a revocation', async () => {
        for (const key of keys) await update(key, revoked);
      });
    },
    stop: () => {
      isStopped = true;
    },
  };
}
