/** The streamers whose feeds are to be published, by their ids. */
export interface DirtySet {
  /** Called with everybody in the list. Who is new there is to be published. */
  listed(ids: readonly string[]): void;
  /** Adds those of the ids that are in the list. */
  add(ids: readonly string[]): void;
  /** Takes out those who wait longest, at most so many. */
  take(most: number): string[];
  /** Called with those who could not be published. */
  failed(ids: readonly string[]): void;
  /** Adds those who could not be published. */
  retry(): void;
  isEmpty(): boolean;
}

/**
 * Creates a set for those in the list. A set keeps the order in which its members were added, so
 * nobody waits for ever while there are always new events of somebody else.
 */
export function createDirtySet(initial: readonly string[]): DirtySet {
  let list = new Set(initial);
  /** Those in the list whose feeds were to be published by this worker already. */
  let introduced = new Set<string>();
  let dirty = new Set<string>();
  const failures = new Set<string>();

  function add(ids: Iterable<string>): void {
    for (const id of ids) {
      if (!list.has(id)) continue;
      dirty.add(id);
      introduced.add(id);
    }
  }

  return {
    listed: (ids) => {
      list = new Set(ids);
      introduced = introduced.intersection(list);
      dirty = dirty.intersection(list);
      add(list.difference(introduced));
    },
    add,
    take: (most) => {
      const taken = [...dirty].slice(0, most);
      for (const id of taken) dirty.delete(id);
      return taken;
    },
    failed: (ids) => {
      for (const id of ids) failures.add(id);
    },
    retry: () => {
      add(failures);
      failures.clear();
    },
    isEmpty: () => dirty.size === 0,
  };
}
