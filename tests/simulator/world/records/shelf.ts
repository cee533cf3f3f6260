/** What Helix keeps of one kind: a row for each id, channel by channel. */
export interface Shelf<Row> {
  get(channelId: string, id: string): Row | undefined;
  put(channelId: string, id: string, row: Row): void;
  remove(channelId: string, id: string): void;
  /** The rows of a channel, what came last first. */
  of(channelId: string): Row[];
}

export function createShelf<Row>(): Shelf<Row> {
  const channels = new Map<string, Map<string, Row>>();

  function rowsOf(channelId: string): Map<string, Row> {
    const rows = channels.get(channelId) ?? new Map<string, Row>();
    channels.set(channelId, rows);
    return rows;
  }

  return {
    get: (channelId, id) => rowsOf(channelId).get(id),
    put: (channelId, id, row) => void rowsOf(channelId).set(id, row),
    remove: (channelId, id) => void rowsOf(channelId).delete(id),
    of: (channelId) => [...rowsOf(channelId).values()].toReversed(),
  };
}
