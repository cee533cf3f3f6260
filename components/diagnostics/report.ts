import type { StorageStats } from '@/lib/db/storage-stats';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { Journal } from '@/lib/domain/connection/connection-journal';
import { type FeedIndex, favoriteOf } from '@/lib/settings/feed';

/** The data of a diagnostics report. */
export interface ReportParts {
  version: string;
  browser: string;
  /** Milliseconds since 1970. */
  now: number;
  index: FeedIndex;
  journal: Journal;
  /** `null` if the database cannot be read. */
  stats: StorageStats | null;
  subscriptions: SubscriptionReport | null;
}

/**
 * Returns the diagnostics report as text. It is in English in every language, and contains no
 * names: neither of the user, nor of the streamer, nor of anyone in an event.
 */
export function reportOf(parts: ReportParts): string {
  const sections: [title: string, lines: string[]][] = [
    ['StreamerEventViewer', programLines(parts)],
    ['Connection', connectionLines(parts)],
    ['Subscriptions', subscriptionLines(parts)],
    ['Database', databaseLines(parts)],
    ['Problems', problemLines(parts)],
    ['Frames put aside', Object.entries(parts.journal.faults).map(([name, n]) => `${name}: ${n}`)],
    ['States', stateLines(parts)],
  ];
  return sections
    .map(([title, lines]) => [`## ${title}`, ...(lines.length > 0 ? lines : ['none'])].join('\n'))
    .join('\n\n');
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}

function programLines({ version, browser, now }: ReportParts): string[] {
  return [`version: ${version}`, `browser: ${browser}`, `time: ${isoTime(now)}`];
}

function connectionLines({ index }: ReportParts): string[] {
  const { connection, account } = index;
  const problem = 'problem' in connection ? connection.problem : null;
  return [
    `state: ${connection.state}`,
    `problem: ${problem ?? 'none'}`,
    `signed in: ${account === null ? 'no' : 'yes'}`,
    `favorite: ${favoriteOf(index) === null ? 'none' : 'chosen'}`,
  ];
}

function subscriptionLines({ subscriptions }: ReportParts): string[] {
  if (subscriptions === null) return [];
  return [
    `role: ${subscriptions.role}`,
    `cost: ${subscriptions.cost}`,
    ...subscriptions.types.map(
      ({ type, state, since, reason }) =>
        `${type}: ${state} since ${isoTime(since)}${reason === null ? '' : ` (${reason})`}`,
    ),
  ];
}

function databaseLines({ stats }: ReportParts): string[] {
  if (stats === null) return ['it can not be read'];
  return Object.entries(stats).map(([name, value]) => `${name}: ${value}`);
}

function problemLines({ journal }: ReportParts): string[] {
  return Object.entries(journal.problems).map(
    ([problem, { count, lastAt }]) => `${problem}: ${count}, last ${isoTime(lastAt)}`,
  );
}

function stateLines({ journal }: ReportParts): string[] {
  return journal.entries.map(
    ({ at, state, problem }) => `${isoTime(at)} ${state}${problem === null ? '' : ` (${problem})`}`,
  );
}
