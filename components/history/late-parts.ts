import { latePart } from './late-part';

/** The views that are not shown first, and the dialog: a third of the code of the page. */
const BROADCASTS = latePart(
  async () => (await import('./broadcasts/BroadcastsView')).BroadcastsView,
);
const PEOPLE = latePart(async () => (await import('./people/PeopleView')).PeopleView);
const STATISTICS = latePart(
  async () => (await import('./statistics/StatisticsView')).StatisticsView,
);
const DATA = latePart(async () => (await import('./transfer/DataDialog')).DataDialog);

export const LateBroadcasts = BROADCASTS.Part;
export const LatePeople = PEOPLE.Part;
export const LateStatistics = STATISTICS.Part;
export const LateDataDialog = DATA.Part;

/** Loads the code of all parts. Never rejects. */
export async function loadLateParts(): Promise<void> {
  await Promise.all([BROADCASTS, PEOPLE, STATISTICS, DATA].map((part) => part.load()));
}
