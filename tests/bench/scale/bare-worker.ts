import type { Answer } from '../../simulator/testing/api.ts';
import type { Harness } from '../../simulator/testing/harness.ts';
import { START_READS, VIEWER_SUBSCRIPTIONS } from './worker-start.ts';

/** What Twitch answered to one start of a worker. */
export interface Start {
  /** The answers of Helix. */
  requests: number;
  /** The answers with the status 429. */
  limited: number;
  /** The subscriptions that were created. */
  subscriptions: number;
  /** The fewest points that were left. */
  pointsLeft: number;
  /** The highest cost that Twitch reported. */
  cost: number;
}

/** A client that asks Twitch for the same as the extension's worker, and does nothing else. */
export interface BareWorker {
  /** Connects like a worker that starts, also after an earlier one. */
  start(): Promise<Start>;
}

const STREAMER_ID = '100';
const VIEWER_ID = '200';

function conditionOf(type: string): Record<string, string> {
  if (type.startsWith('channel.chat')) {
    return { broadcaster_user_id: STREAMER_ID, user_id: VIEWER_ID };
  }
  const key = type === 'channel.raid' ? 'from_broadcaster_user_id' : 'broadcaster_user_id';
  return { [key]: STREAMER_ID };
}

function summaryOf(answers: readonly Answer[]): Start {
  const created = answers.filter(({ status }) => status === 202);
  return {
    requests: answers.length,
    limited: answers.filter(({ status }) => status === 429).length,
    subscriptions: created.length,
    pointsLeft: Math.min(
      ...answers.map(({ headers }) => Number(headers.get('ratelimit-remaining'))),
    ),
    cost: Math.max(0, ...created.map(({ body }) => Number(body.total_cost))),
  };
}

/** Signs the demo viewer in with a Client ID, and returns one browser of that viewer. */
export async function createBareWorker(
  twitch: Pick<Harness, 'signIn' | 'connect'>,
  clientId: string,
): Promise<BareWorker> {
  const api = await twitch.signIn({ clientId });
  let staleIds: string[] = [];

  async function subscribe(sessionId: string): Promise<Answer[]> {
    const ids = staleIds;
    staleIds = [];
    const answers: Answer[] = [];
    const deleting = Promise.all(ids.map((id) => api.delete(`/eventsub/subscriptions?id=${id}`)));
    for (const { type, version, cost } of VIEWER_SUBSCRIPTIONS) {
      if (cost > 0) await deleting;
      const answer = await api.subscribe(sessionId, type, conditionOf(type), version);
      answers.push(answer);
      const [created] = Array.isArray(answer.body.data) ? answer.body.data : [];
      if (created !== undefined) staleIds.push(String(created.id));
    }
    return [...answers, ...(await deleting)];
  }

  return {
    start: async () => {
      const sessionId = await twitch.connect().sessionId();
      const subscribed = await subscribe(sessionId);
      const read = await Promise.all(START_READS.map((path) => api.get(path)));
      return summaryOf([...subscribed, ...read]);
    },
  };
}
