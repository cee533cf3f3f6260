import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '@/lib/domain/problem';
import type { Reply } from '@/lib/messaging/protocol';
import { useCommand } from './use-command';

interface Chosen {
  isOn: boolean;
  /** Switches the choice on or off. */
  toggle: () => void;
  /** Why the last change was not stored. */
  problem: Problem | null;
}

/**
 * Returns a choice that is on or off, and changes with a command: what the user has just chosen,
 * until the stored choice has changed or could not be changed.
 */
export function useChosen(
  stored: boolean,
  change: (isOn: boolean) => Promise<Reply<null>>,
): Chosen {
  const command = useCommand(change);
  const [chosen, setChosen] = useState<boolean>();
  useEffect(() => setChosen(undefined), [stored]);
  const isOn = chosen ?? stored;

  async function toggle(): Promise<void> {
    setChosen(!isOn);
    if (!(await command.run(!isOn)).ok) setChosen(undefined);
  }

  return { isOn, toggle: () => void toggle(), problem: command.problem };
}
