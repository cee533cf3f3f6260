import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { Database } from '@/lib/db/database';
import { type HistoryPage, readHistory } from '@/lib/db/feed/history-page';
import { filterOfAddress } from '@/lib/db/feed/log/address-filter';
import type { LogStart } from '@/lib/db/feed/log-rows';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import type { MomentSettings } from '@/lib/domain/view/moments';
import { keptPlace, type Place, rowsKey } from './place';
import type { LoadFrom, NewestRows, StartRows } from './use-history-rows';

/** The rows of a page. So many are read again after every change. */
const PAGE_ROWS = 50;

/** The rows of an address, as far as they are read. */
export interface ShownRows {
  /** Says which rows these are. */
  key: string;
  address: HistoryAddress;
  newest: NewestRows;
  /** The rows where the user was before; `null` for the newest. */
  start: StartRows | null;
  /** Where the user was; `null` for the top. */
  place: Place | null;
  loadFrom: LoadFrom;
}

interface ShownState {
  /** The rows to show: those of the address before until the new ones are read. */
  shown: ShownRows | undefined;
  /** True while others are read than are shown. */
  isBusy: boolean;
  hasFailed: boolean;
}

/** Returns the rows that an address asks for. What is no longer asked for is not read to the end. */
export function useShownRows(
  db: Database,
  address: HistoryAddress,
  moments: MomentSettings,
): ShownState {
  const key = rowsKey(address);
  const last = useRef<ShownRows | undefined>(undefined);
  // The rows stay the same while other details are shown, and so does what leads to them.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says all of the address
  const read = useMemo(() => reader(db, address, moments), [db, key, JSON.stringify(moments)]);
  useEffect(() => () => read.stop(), [read]);

  const newest = useLiveQuery(async () => ({ key, rows: await read.newest() }), [read]);
  const start = useStart(key, read.from);

  const rows = newest.value?.key === key ? newest.value.rows : undefined;
  if (rows !== undefined && start !== undefined) {
    last.current = { key, address, newest: rows, ...start, loadFrom: read.from };
  }
  return {
    shown: last.current,
    isBusy: last.current?.key !== key,
    hasFailed: newest.hasFailed,
  };
}

/** Reads rows of an address, until it is stopped. */
function reader(db: Database, address: HistoryAddress, moments: MomentSettings) {
  const ending = new AbortController();
  const read = async (from?: LogStart): Promise<HistoryPage | null> => {
    const filter = await filterOfAddress(db, address);
    const query = { ...filter, moments, limit: PAGE_ROWS, ...(from !== undefined && { from }) };
    return await readHistory(db, query, ending.signal);
  };
  const from: LoadFrom = async (start) =>
    await read(start).then(
      (page) => page ?? 'gone',
      () => 'failed',
    );
  return {
    from,
    newest: async (): Promise<NewestRows> => {
      const page = await read();
      if (page === null) throw new Error('The newest rows need no row to begin from.');
      return { ...page, hasOlder: page.hasMore };
    },
    stop: () => ending.abort(),
  };
}

type Start = Pick<ShownRows, 'start' | 'place'>;

const AT_TOP: Start = { start: null, place: null };

/** Returns where the user was when this address was left; `undefined` until it is read. */
function useStart(key: string, loadFrom: LoadFrom): Start | undefined {
  const [read, setRead] = useState<Start & { key: string }>();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the browser changes it with the address
  const place = useMemo(keptPlace, [key]);
  const after = place?.after ?? null;
  useEffect(() => {
    if (after === null) return;
    void loadFrom({ rowId: after, direction: 'older' }).then((page) =>
      // Without that row, the list begins with the newest.
      setRead({ key, ...(typeof page === 'string' ? AT_TOP : { start: windowOf(page), place }) }),
    );
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each address
  }, [key]);
  if (place === null) return AT_TOP;
  if (after === null) return { start: null, place };
  return read?.key === key ? read : undefined;
}

function windowOf({ hasMore, ...page }: HistoryPage): StartRows {
  return { ...page, hasOlder: hasMore, isAtTop: false };
}
