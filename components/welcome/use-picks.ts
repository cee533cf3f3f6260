import { useEffect, useRef, useState } from 'preact/hooks';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Problem } from '@/lib/domain/problem';
import type { send } from '@/lib/messaging/client';
import type { Reply } from '@/lib/messaging/protocol';

/** What the user can do with the streamers to follow. */
export interface Picks {
  /** Picks a streamer. The first one becomes the favorite. */
  pick: (userName: string) => Promise<Reply<Streamer>>;
  remove: (streamer: Streamer) => Promise<void>;
  makeFavorite: (streamer: Streamer) => Promise<void>;
  /** Picks a suggested channel, or removes it if it was picked. */
  toggle: (channel: Streamer) => Promise<void>;
  /** Ids of the streamers for whom a change is on its way. */
  busy: ReadonlySet<string>;
  /** Why the last change failed. */
  problem: Problem | null;
}

/** Returns what the user can do with the streamers to follow, one change after the other. */
export function usePicks(streamers: readonly Streamer[], sendCommand: typeof send): Picks {
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);
  const lastRef = useRef<Promise<unknown>>(Promise.resolve());
  /** True as soon as the background says so: the index follows a little later. */
  const hasFavoriteRef = useRef(false);
  useEffect(() => {
    hasFavoriteRef.current = streamers.length > 0;
  }, [streamers.length]);

  /** Two quick clicks must not make the second streamer the favorite. */
  function inTurn<Value>(run: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
    const result = lastRef.current.then(run);
    lastRef.current = result;
    return result;
  }

  async function change(id: string, run: () => Promise<Reply<unknown>>): Promise<void> {
    setProblem(null);
    setBusy((ids) => new Set([...ids, id]));
    const reply = await inTurn(run);
    setBusy((ids) => new Set([...ids].filter((other) => other !== id)));
    if (!reply.ok) setProblem(reply.problem);
  }

  async function pickNow(userName: string): Promise<Reply<Streamer>> {
    const command = hasFavoriteRef.current ? 'streamers/add' : 'favorite/set';
    const reply = await sendCommand(command, { userName });
    if (reply.ok) hasFavoriteRef.current = true;
    return reply;
  }

  const remove = ({ id }: Streamer) =>
    change(id, () => sendCommand('streamers/remove', { streamerId: id }));

  return {
    pick: (userName) => {
      setProblem(null);
      return inTurn(() => pickNow(userName));
    },
    remove,
    makeFavorite: ({ id, login }) =>
      change(id, () => sendCommand('favorite/set', { userName: login })),
    toggle: (channel) =>
      streamers.some(({ id }) => id === channel.id)
        ? remove(channel)
        : change(channel.id, () => pickNow(channel.login)),
    busy,
    problem,
  };
}
