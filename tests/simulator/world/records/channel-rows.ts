/** The rows of one kind by channel and id. */
export interface ChannelRows<Row> {
  get(channelId: string, id: string): Row | undefined;
  put(channelId: string, id: string, row: Row): void;
  remove(channelId: string, id: string): void;
  /** Returns the rows of a channel, the latest first. */
  ofChannel(channelId: string): Row[];
}

export function createChannelRows<Row>(): ChannelRows<Row> {
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
    ofChannel: (channelId) => [...rowsOf(channelId).values()].toReversed(),
  };
}
