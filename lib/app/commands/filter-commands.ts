import type { EventKind } from '@/lib/domain/event/event-kind';
import { choiceOf, type Filter, withChoice } from '@/lib/domain/filter/filter';
import { listedBy, type Roster, withChoices } from '@/lib/domain/roster/roster';

/** Dependencies of {@link createFilterCommands}. */
export interface FilterCommandsOptions {
  /** Returns the account whose streamers the screens show; `null` if there is none. */
  shownAccountId(): Promise<string | null>;
  rosterOf(accountId: string): Promise<Roster>;
  changeRoster(accountId: string, change: (now: Roster) => Roster): Promise<void>;
  /** Changes the filter of the lists of all streamers that have none of their own. */
  changeFilterForAll(change: (now: Filter) => Filter): Promise<void>;
}

/** Commands that change filters. */
export interface FilterCommands {
  /**
   * Shows only subs and cheers, or everything else again: in the list of one streamer if it has a
   * filter of its own, or else in all lists.
   */
  showSubsAndCheersOnly(isOn: boolean, streamerId?: string): Promise<void>;
  /** Hides the events like those of a kind, or shows them again, in the same lists. */
  hideKind(kind: EventKind, isHidden: boolean, streamerId: string): Promise<void>;
}

/** Creates the commands. The background reacts to every change of what is stored by itself. */
export function createFilterCommands(options: FilterCommandsOptions): FilterCommands {
  const { shownAccountId, rosterOf, changeRoster, changeFilterForAll } = options;

  async function changeOwn(
    streamerId: string,
    change: (now: Filter) => Filter,
  ): Promise<'changed' | 'none'> {
    const accountId = await shownAccountId();
    if (accountId === null || filtersOf(await rosterOf(accountId), streamerId) === null) {
      return 'none';
    }
    await changeRoster(accountId, (now) => {
      const filters = filtersOf(now, streamerId);
      if (filters === null) return now;
      return withChoices(now, streamerId, { filters: { ...filters, feed: change(filters.feed) } });
    });
    return 'changed';
  }

  async function changeList(
    streamerId: string | undefined,
    change: (now: Filter) => Filter,
  ): Promise<void> {
    if (streamerId !== undefined && (await changeOwn(streamerId, change)) === 'changed') return;
    await changeFilterForAll(change);
  }

  return {
    showSubsAndCheersOnly: (isOn, streamerId) =>
      changeList(streamerId, (now) => ({ ...now, subsAndCheersOnly: isOn })),
    hideKind: async (kind, isHidden, streamerId) => {
      const choice = choiceOf(kind);
      if (choice === null) return;
      await changeList(streamerId, (now) => withChoice(now, choice, !isHidden));
    },
  };
}

function filtersOf(roster: Roster, streamerId: string) {
  return listedBy(roster, streamerId)?.choices.filters ?? null;
}
