/** Returns the elements of the rows of a list, newest first. */
export function rowsIn(list: Element | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('li[data-event-id]') ?? [])];
}

/** Returns the element of the row with this id. */
export function rowOfId(list: Element | null, id: string): HTMLElement | undefined {
  return rowsIn(list).find((row) => row.dataset['eventId'] === id);
}
