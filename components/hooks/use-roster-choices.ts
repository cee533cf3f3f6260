import { useRef, useState } from 'preact/hooks';
import type { Problem } from '@/lib/domain/problem';
import {
  listedBy,
  type Roster,
  type StreamerChoices,
  withChoices,
} from '@/lib/domain/roster/roster';
import type { send } from '@/lib/messaging/client';
import { useFeedIndex } from './use-feed';
import { useRoster } from './use-roster';

/** A change that the background has not stored yet. */
interface Unsaved {
  streamerId: string;
  choices: Partial<StreamerChoices>;
}

/** What the user can choose for each streamer. */
interface RosterChoices {
  /**
   * The roster of the account that is signed in, with what the user has just chosen on this page;
   * `undefined` until it is read, and while nobody is signed in.
   */
  roster: Roster | undefined;
  /**
   * Changes the choices for a streamer. `change` receives those with all changes before. Returns why
   * the change was not stored, or `null`.
   */
  choose(
    streamerId: string,
    change: (now: StreamerChoices) => Partial<StreamerChoices>,
  ): Promise<Problem | null>;
}

/** Returns the roster, and a function that changes what is chosen for a streamer. */
export function useRosterChoices(sendCommand: typeof send): RosterChoices {
  const { roster, reread } = useRoster(useFeedIndex()?.account?.id);
  const [shown, setShown] = useState<readonly Unsaved[]>([]);
  // Changes that follow each other without a render must see each other.
  const unsavedRef = useRef(shown);

  function keep(changes: readonly Unsaved[]): void {
    unsavedRef.current = changes;
    setShown(changes);
  }

  return {
    roster: roster && withUnsaved(roster, shown),
    choose: async (streamerId, change) => {
      const now = roster && withUnsaved(roster, unsavedRef.current);
      const listed = now === undefined ? null : listedBy(now, streamerId);
      if (listed === null) return null;
      const added = { streamerId, choices: change(listed.choices) };
      keep([...unsavedRef.current, added]);
      const reply = await sendCommand('streamers/choose', added);
      // What is stored now must be on screen before this change is forgotten.
      await reread().catch(() => undefined);
      keep(unsavedRef.current.filter((other) => other !== added));
      return reply.ok ? null : reply.problem;
    },
  };
}

function withUnsaved(roster: Roster, unsaved: readonly Unsaved[]): Roster {
  return unsaved.reduce(
    (now, { streamerId, choices }) => withChoices(now, streamerId, choices),
    roster,
  );
}
