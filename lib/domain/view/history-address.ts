import { EVENT_KINDS, type EventKind } from '../event/event-kind';
import { CHOICES, type FilterChoice, type Least, SIZES } from '../filter/filter';

/** The views of the history page, in the order of their links. */
export const HISTORY_VIEWS = ['feed', 'broadcasts', 'people', 'statistics'] as const;

/** One of {@link HISTORY_VIEWS}. */
export type HistoryView = (typeof HISTORY_VIEWS)[number];

/** What the history page shows, as its address says. */
export interface HistoryAddress {
  view: HistoryView;
  /** The id of a streamer; `null` for all. */
  streamerId: string | null;
  /** The id of a viewer, whose rows only are shown; `null` for those of everybody. */
  viewerId: string | null;
  /** What is shown; nothing named means everything. */
  kinds: readonly FilterChoice[];
  /**
   * A type of event, whose rows only are shown; `null` for those of all kinds. It takes the place of
   * `kinds`: an address has one of them, and the type counts if there are both.
   */
  type: EventKind | null;
  /** The minimum sizes; a size that is not named leaves out nothing. */
  least: Partial<Least>;
  /** The first moment that is shown, and the first that is not any more. */
  from: HistoryTime | null;
  until: HistoryTime | null;
  /** An hour of the week of the user's time zone, whose rows only are shown; `null` for all. */
  weekHour: WeekHour | null;
  /** What was searched for; empty for nothing. */
  search: string;
  /** The id of the event whose details are shown; `null` for none. */
  eventId: string | null;
  /** The id of the event that began the broadcast whose timeline is shown; `null` for none. */
  broadcastId: string | null;
}

/**
 * A time in an address: a local day, such as `2026-11-23`, which means its start, or a moment, such
 * as `2026-11-23T20:35:00.000Z`. A day stays the same day in another time zone.
 */
export type HistoryTime = string;

/** An hour of the week. */
export interface WeekHour {
  /** 0 is Sunday, as for `Date.getDay`. */
  weekday: number;
  /** 0 to 23. */
  hour: number;
}

/** The whole history. */
export const WHOLE_HISTORY: HistoryAddress = {
  view: 'feed',
  streamerId: null,
  viewerId: null,
  kinds: [],
  type: null,
  least: {},
  from: null,
  until: null,
  weekHour: null,
  search: '',
  eventId: null,
  broadcastId: null,
};

const ID = /^\d{1,20}$/;
const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{3}Z)?$/;
const WEEK_HOUR = /^([0-6])-(\d|1\d|2[0-3])$/;
/** Longer than any id of an event, and than anything that is worth searching for. */
const MAX_TEXT = 200;

/** Reads the query of an address, such as `?streamer=100&viewer=7`. Ignores what is invalid. */
export function readHistoryAddress(search: string): HistoryAddress {
  const query = new URLSearchParams(search);
  const matching = (name: string, pattern: RegExp) => {
    const value = query.get(name);
    return value !== null && pattern.test(value) ? value : null;
  };
  const text = (name: string) => query.get(name)?.slice(0, MAX_TEXT) ?? '';
  const type = EVENT_KINDS.find((kind) => kind === query.get('type')) ?? null;
  const named = new Set(type === null ? query.get('kinds')?.split(',') : []);
  return {
    view: HISTORY_VIEWS.find((view) => view === query.get('view')) ?? 'feed',
    streamerId: matching('streamer', ID),
    viewerId: matching('viewer', ID),
    kinds: CHOICES.filter((choice) => named.has(choice)),
    type,
    least: readLeast(query),
    from: timeOf(matching('from', TIME)),
    until: timeOf(matching('until', TIME)),
    weekHour: weekHourOf(matching('hour', WEEK_HOUR)),
    search: text('search'),
    eventId: text('event') || null,
    broadcastId: text('broadcast') || null,
  };
}

function readLeast(query: URLSearchParams): Partial<Least> {
  const least: Partial<Record<keyof Least, number>> = {};
  for (const size of SIZES) {
    const value = Number(query.get(size));
    if (Number.isSafeInteger(value) && value > 0) least[size] = value;
  }
  return least;
}

function timeOf(text: string | null): HistoryTime | null {
  return text === null || Number.isNaN(Date.parse(text)) ? null : text;
}

function weekHourOf(text: string | null): WeekHour | null {
  const [, weekday, hour] = WEEK_HOUR.exec(text ?? '') ?? [];
  return weekday === undefined ? null : { weekday: Number(weekday), hour: Number(hour) };
}

/** Returns the query of an address; empty for the whole history. */
export function historySearch(address: HistoryAddress): string {
  const { view, kinds, least, weekHour } = address;
  const fields = {
    view: view === 'feed' ? null : view,
    streamer: address.streamerId,
    viewer: address.viewerId,
    kinds: kinds.join(','),
    type: address.type,
    ...Object.fromEntries(SIZES.map((size) => [size, least[size] ? String(least[size]) : null])),
    from: address.from,
    until: address.until,
    hour: weekHour && `${weekHour.weekday}-${weekHour.hour}`,
    search: address.search,
    event: address.eventId,
    broadcast: address.broadcastId,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) if (value) query.set(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** Returns a time of an address in milliseconds since 1970; a day is one of the user's time zone. */
export function momentOf(time: HistoryTime): number {
  // Without an offset, a date with a time is local. A day may begin at 1 o'clock.
  return Date.parse(time.includes('T') ? time : `${time}T00:00`);
}

/** Returns the moment as a time of an address. */
export function historyTime(at: number): HistoryTime {
  return new Date(at).toISOString();
}
