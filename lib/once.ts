/**
 * Returns `create` with a memory: what it returned for a key is returned again. For what is dear to
 * create, such as the formatters of `Intl`, which take up to a millisecond each.
 */
export function remembered<Value>(create: (key: string) => Value): (key: string) => Value {
  const values = new Map<string, Value>();
  return (key) => {
    const known = values.get(key);
    if (known !== undefined) return known;
    const value = create(key);
    values.set(key, value);
    return value;
  };
}
