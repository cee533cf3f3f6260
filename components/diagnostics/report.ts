import type { StorageStats } from '@/lib/db/storage-stats';
import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import type { Journal } from '@/lib/domain/connection/connection-journal';
import type { Feed } from '@/lib/settings/feed';

/** All that a report is made of. */
export interface ReportParts {
  version: string;
  browser: string;
  /** Milliseconds since 1970. */
  now: number;
  feed: Feed;
  journal: Journal;
  /** `null` where the database can't be read. */
  figures: StorageStats | null;
  receiving: SubscriptionReport | null;
}

/**
 * A report of how the extension fares, for whoever is to find a fault. It is the same in every
 * language, and names nobody: neither the user nor the streamer nor anybody in an event.
 */
export function reportOf(parts: ReportParts): string {
  const sections: [title: string, lines: string[]][] = [
    ['StreamerEventViewer', aboutProgram(parts)],
    ['Connection', aboutConnection(parts)],
    ['Subscriptions', aboutSubscriptions(parts)],
    ['Database', aboutDatabase(parts)],
    ['Problems', aboutProblems(parts)],
    ['Frames put aside', Object.entries(parts.journal.faults).map(([name, n]) => `${name}: ${n}`)],
    ['States', aboutStates(parts)],
  ];
  return sections
    .map(([title, lines]) => [`## ${title}`, ...(lines.length > 0 ? lines : ['none'])].join('\n'))
    .join('\n\n');
}

function moment(time: number): string {
  return new Date(time).toISOString();
}

function aboutProgram({ version, browser, now }: ReportParts): string[] {
  return [`version: ${version}`, `browser: ${browser}`, `time: ${moment(now)}`];
}

function aboutConnection({ feed }: ReportParts): string[] {
  const { connection, account, favorite } = feed;
  const problem = 'problem' in connection ? connection.problem : null;
  return [
    `state: ${connection.state}`,
    `problem: ${problem ?? 'none'}`,
    `signed in: ${account === null ? 'no' : 'yes'}`,
    `favorite: ${favorite === null ? 'none' : 'chosen'}`,
  ];
}

function aboutSubscriptions({ receiving }: ReportParts): string[] {
  if (receiving === null) return [];
  return [
    `role: ${receiving.role}`,
    `cost: ${receiving.cost}`,
    ...receiving.types.map(
      ({ type, state, since, reason }) =>
        `${type}: ${state} since ${moment(since)}${reason === null ? '' : ` (${reason})`}`,
    ),
  ];
}

function aboutDatabase({ figures }: ReportParts): string[] {
  if (figures === null) return ['it can not be read'];
  return Object.entries(figures).map(([name, value]) => `${name}: ${value}`);
}

function aboutProblems({ journal }: ReportParts): string[] {
  return Object.entries(journal.problems).map(
    ([problem, { count, lastAt }]) => `${problem}: ${count}, last ${moment(lastAt)}`,
  );
}

function aboutStates({ journal }: ReportParts): string[] {
  return journal.entries.map(
    ({ at, state, problem }) => `${moment(at)} ${state}${problem === null ? '' : ` (${problem})`}`,
  );
}
