/** The full content of a node: a text, or an element with its tag, attributes and children. */
export type Outline =
  | string
  | [tag: string, attributes: Record<string, string>, children: Outline[]];

/** A harmless text. Tests compare its output with that of hostile texts. */
export const PLAIN_TEXT = 'Plaintext';

/** Returns the full content of a node, for an exact comparison. */
export function outline(node: Node): Outline {
  if (!(node instanceof Element)) return node.textContent ?? '';
  const attributes = [...node.attributes].map(({ name, value }) => [name, value] as const);
  return [node.tagName, Object.fromEntries(attributes), [...node.childNodes].map(outline)];
}

/** Returns a copy of a value in which `change` replaced every text. It also gets the text's key. */
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
  // Only texts were replaced, and only with texts.
  return changed() as Value;
}

/** Returns a copy of a value with `text` in place of {@link PLAIN_TEXT}. */
export function withPlainTextAs<Value>(plain: Value, text: string): Value {
  return withTexts(plain, (found) => found.replaceAll(PLAIN_TEXT, () => text));
}

/**
 * Returns a copy of a value without the isolates around texts that are written from right to left.
 * An isolate without its end stays.
 */
export function withoutIsolates<Value>(value: Value): Value {
  return withTexts(value, (text) =>
    text.replaceAll(/[\u2066\u2068]([^\u2066-\u2069]*)\u2069/g, '$1'),
  );
}

/** The address of a channel: nothing but a login is ever part of it. */
const CHANNEL = /^https:\/\/www\.twitch\.tv\/[a-z0-9_]{1,25}$/;

/**
 * Returns an outline with the content of links in their place, if they lead to a channel. A text that
 * can be a login is a link in places where another is none.
 */
export function withoutChannelLinks(node: Outline): Outline {
  if (typeof node === 'string') return node;
  const [tag, attributes, children] = node;
  const unlinked = children.map(withoutChannelLinks).flatMap((child) => {
    const isLink = child[0] === 'A' && typeof child !== 'string';
    return isLink && CHANNEL.test(child[1]['href'] ?? '') ? child[2] : [child];
  });
  return [tag, attributes, unlinked];
}
