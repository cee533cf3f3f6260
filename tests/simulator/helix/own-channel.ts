import type { Hono } from 'hono';
import { helixError } from '../http/answers.ts';
import type { Simulation } from '../simulation.ts';
import type { Records } from '../world/records/records.ts';
import { type HelixEnvironment, ownDataRefusal } from './caller.ts';
import { pageOf, parseFirst } from './pagination.ts';

/** A list that only the streamer may read. */
interface OwnList {
  path: string;
  scopes: readonly string[];
  /** The most that one page may have. */
  most: number;
  rowsOf(records: Records, broadcasterId: string): readonly { id: string }[];
}

const LISTS: readonly OwnList[] = [
  {
    path: '/polls',
    scopes: ['channel:read:polls', 'channel:manage:polls'],
    most: 20,
    rowsOf: (records, id) => records.pollsOf(id),
  },
  {
    path: '/predictions',
    scopes: ['channel:read:predictions', 'channel:manage:predictions'],
    most: 25,
    rowsOf: (records, id) => records.predictionsOf(id),
  },
  {
    path: '/goals',
    scopes: ['channel:read:goals'],
    most: 100,
    rowsOf: (records, id) => records.goalsOf(id),
  },
  {
    path: '/charity/campaigns',
    scopes: ['channel:read:charity'],
    most: 100,
    rowsOf: (records, id) => records.campaignsOf(id),
  },
  {
    path: '/charity/donations',
    scopes: ['channel:read:charity'],
    most: 100,
    rowsOf: (records, id) => records.donationsOf(id),
  },
];

/** Get Polls, Predictions, Creator Goals, Charity Campaign and Charity Campaign Donations. */
export function addOwnChannelRoutes(helix: Hono<HelixEnvironment>, { records }: Simulation): void {
  for (const { path, scopes, most, rowsOf } of LISTS) {
    helix.get(path, (context) => {
      const refusal = ownDataRefusal(context, { parameter: 'broadcaster_id', scopes });
      if (refusal) return refusal;
      const first = parseFirst(context.req.query('first'), 20, most);
      if (first === undefined) return helixError(context, 400, 'The parameter "first" is invalid');
      const ids = context.req.queries('id') ?? [];
      const rows = rowsOf(records, context.var.token.userId).filter(
        ({ id }) => ids.length === 0 || ids.includes(id),
      );
      return context.json(pageOf(rows, first, context.req.query('after')));
    });
  }
}
