/** An element as it stands: its tag, its attributes with their values, and all that is in it. */
export type Outline = string | [tag: string, attributes: Record<string, string>, inside: Outline[]];

/** What somebody harmless writes everywhere; it is found again on screen. */
export const PLAIN_TEXT = 'Plaintext';

/** What stands in an element, to be compared to the last character. */
export function outline(node: Node): Outline {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const attributes = [...node.attributes].map(({ name, value }) => [name, value] as const);
  return [node.tagName, Object.fromEntries(attributes), [...node.childNodes].map(outline)];
}

/** A copy of any value with every text in it changed; `change` also gets the key it stands under. */
export function withTexts<Value>(
  value: Value,
  change: (text: string, key: string) => string,
  key = '',
): Value {
  const changed = (): unknown => {
    if (typeof value === 'string') return change(value, key);
    if (Array.isArray(value)) return value.map((entry) => withTexts(entry, change, key));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, part]) => [
      name,
      withTexts(part, change, name),
    ]);
    return Object.fromEntries(entries);
  };
  // Nothing but texts was changed, and those into texts.
  return changed() as Value;
}

/** The outline that is expected where `text` was written instead of the plain one. */
export function withPlainTextAs<Value>(plain: Value, text: string): Value {
  return withTexts(plain, (found) => found.replaceAll(PLAIN_TEXT, () => text));
}
