import { browser } from 'wxt/browser';

// WXT's storage does the same and more: versions, migrations, locks. None of them is used here, and
// it would be a part of every page that is as large as all settings together.

type Area = 'local' | 'session' | 'sync';

/** The key of an item, with the area that it is in. */
export type StorageKey = `${Area}:${string}`;

/** One value in the browser's storage. */
export interface StorageItem<Value> {
  readonly key: StorageKey;
  /** What the item is while nothing is stored. */
  readonly fallback: Value;
  getValue(): Promise<Value>;
  setValue(value: Value): Promise<void>;
  removeValue(): Promise<void>;
  /** Calls `onChange` after every change, in any context. Returns a function that stops this. */
  watch(onChange: (value: Value) => void): () => void;
}

/** A value to store: under a key, or in an item. */
type Entry =
  | { key: StorageKey; value: unknown }
  // Its type says that the item takes the value.
  | { item: { readonly key: StorageKey }; value: unknown };

type Changes = Partial<Record<string, { newValue?: unknown; oldValue?: unknown }>>;

function split(key: StorageKey): { area: Area; name: string } {
  const colon = key.indexOf(':');
  // The type of the key says that it begins with an area.
  return { area: key.slice(0, colon) as Area, name: key.slice(colon + 1) };
}

/** Returns the names of keys by their areas. */
function byArea(keys: readonly StorageKey[]): Map<Area, string[]> {
  const areas = new Map<Area, string[]>();
  for (const key of keys) {
    const { area, name } = split(key);
    areas.set(area, [...(areas.get(area) ?? []), name]);
  }
  return areas;
}

/** Firefox also reports values that were stored again. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Defines an item of the browser's storage. Nothing is read before it is asked for. */
function defineItem<Value>(key: StorageKey, { fallback }: { fallback: Value }): StorageItem<Value> {
  const { area, name } = split(key);
  // The storage of this extension contains what this extension has stored.
  const valueOf = (stored: unknown) => (stored ?? fallback) as Value;
  return {
    key,
    fallback,
    getValue: async () => valueOf((await browser.storage[area].get(name))[name]),
    setValue: async (value) => await browser.storage[area].set({ [name]: value ?? null }),
    removeValue: async () => await browser.storage[area].remove(name),
    watch: (onChange) => {
      const { onChanged } = browser.storage[area];
      function changed(changes: Changes): void {
        const change = changes[name];
        if (change === undefined || isSame(change.newValue, change.oldValue)) return;
        onChange(valueOf(change.newValue));
      }
      onChanged.addListener(changed);
      return () => onChanged.removeListener(changed);
    },
  };
}

/** Returns the stored values of keys, in their order; `null` for what is not stored. */
async function getItems(keys: readonly StorageKey[]): Promise<unknown[]> {
  const stored = new Map<StorageKey, unknown>();
  for (const [area, names] of byArea(keys)) {
    const values = await browser.storage[area].get(names);
    for (const name of names) stored.set(`${area}:${name}`, values[name]);
  }
  return keys.map((key) => stored.get(key) ?? null);
}

/** Stores values with one write for each area. */
async function setItems(entries: readonly Entry[]): Promise<void> {
  const valueOf = new Map(
    entries.map((entry) => ['key' in entry ? entry.key : entry.item.key, entry.value ?? null]),
  );
  for (const [area, names] of byArea([...valueOf.keys()])) {
    const values = names.map((name) => [name, valueOf.get(`${area}:${name}`)]);
    await browser.storage[area].set(Object.fromEntries(values));
  }
}

/** Removes what is stored under keys. */
async function removeItems(keys: readonly StorageKey[]): Promise<void> {
  for (const [area, names] of byArea(keys)) await browser.storage[area].remove(names);
}

/** Returns everything that is stored in an area. */
async function snapshot(area: Area): Promise<Record<string, unknown>> {
  return await browser.storage[area].get();
}

/** The browser's storage, as items. */
export const storage = { defineItem, getItems, setItems, removeItems, snapshot };
