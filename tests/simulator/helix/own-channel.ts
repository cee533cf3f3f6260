import { helixError } from '../core/error-answers.ts';
import type { Records } from '../world/records/records.ts';
import type { HelixApp } from './app.ts';
import { ownDataRefusal } from './caller.ts';
import { pageOf, parseFirst } from './pagination.ts';

type OwnChannelRecords = Pick<
  Records,
  'pollsOf' | 'predictionsOf' | 'goalsOf' | 'campaignsOf' | 'donationsOf'
>;

/** A list that only the streamer may read. */
interface OwnList {
  path: string;
  scopes: readonly string[];
  maxPageSize: number;
  rowsOf(records: OwnChannelRecords, broadcasterId: string): readonly { id: string }[];
}

const LISTS: readonly OwnList[] = [
  {
    path: '/polls',
    scopes: ['channel:read:polls', 'channel:manage:polls'],
    maxPageSize: 20,
    rowsOf: (records, id) => records.pollsOf(id),
  },
  {
    path: '/predictions',
    scopes: ['channel:read:predictions', 'channel:manage:predictions'],
    maxPageSize: 25,
    rowsOf: (records, id) => records.predictionsOf(id),
  },
  {
    path: '/goals',
    scopes: ['channel:read:goals'],
    maxPageSize: 100,
    rowsOf: (records, id) => records.goalsOf(id),
  },
  {
    path: '/charity/campaigns',
    scopes: ['channel:read:charity'],
    maxPageSize: 100,
    rowsOf: (records, id) => records.campaignsOf(id),
  },
  {
    path: '/charity/donations',
    scopes: ['channel:read:charity'],
    maxPageSize: 100,
    rowsOf: (records, id) => records.donationsOf(id),
  },
];

/** Dependencies of addOwnChannelRoutes. */
export interface OwnChannelRoutesOptions {
  records: OwnChannelRecords;
}

/** Adds Get Polls, Predictions, Creator Goals, Charity Campaign and Charity Campaign Donations. */
export function addOwnChannelRoutes(helix: HelixApp, { records }: OwnChannelRoutesOptions): void {
  for (const { path, scopes, maxPageSize, rowsOf } of LISTS) {
    helix.get(path, (context) => {
      const refusal = ownDataRefusal(context, { parameter: 'broadcaster_id', scopes });
      if (refusal) return refusal;
      const first = parseFirst(context.req.query('first'), 20, maxPageSize);
      if (first === undefined) return helixError(context, 400, 'The parameter "first" is invalid');
      const ids = context.req.queries('id') ?? [];
      const rows = rowsOf(records, context.var.token.userId).filter(
        ({ id }) => ids.length === 0 || ids.includes(id),
      );
      return context.json(pageOf(rows, first, context.req.query('after')));
    });
  }
}
