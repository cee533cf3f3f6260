/** A piece of a chat message. */
export interface Fragment {
  type: string;
  text: string;
  cheermote: { prefix: string; bits: number; tier: number } | null;
  emote: { id: string; emote_set_id: string; owner_id: string; format: string[] } | null;
  mention: { user_id: string; user_name: string; user_login: string } | null;
  gif?: { gif_id: string; url: string } | null;
}

export interface MessageBody {
  text: string;
  fragments: Fragment[];
}

const NOTHING = { cheermote: null, emote: null, mention: null };

export function textFragment(text: string): Fragment {
  return { type: 'text', text, ...NOTHING };
}

export function emoteFragment(text: string, id: string): Fragment {
  const emote = { id, emote_set_id: '0', owner_id: '0', format: ['static'] };
  return { type: 'emote', text, ...NOTHING, emote };
}

/** Returns a cheermote fragment; its prefix is lower-case, its text does not have to be. */
export function cheermoteFragment(text: string, bits: number): Fragment {
  const prefix = text.replace(/\d+$/, '').toLowerCase();
  const tier = [10_000, 5_000, 1_000, 100, 1].find((floor) => bits >= floor) ?? 1;
  return { type: 'cheermote', text, ...NOTHING, cheermote: { prefix, bits, tier } };
}

/** Returns the fragments of a cheer: the cheermote, then the text. */
export function cheerFragments(bits: number, message: string): Fragment[] {
  const cheermote = cheermoteFragment(`Cheer${bits}`, bits);
  return message === '' ? [cheermote] : [cheermote, textFragment(` ${message}`)];
}

export function mentionFragment(user: { id: string; login: string; name: string }): Fragment {
  const mention = { user_id: user.id, user_name: user.name, user_login: user.login };
  return { type: 'mention', text: `@${user.name}`, ...NOTHING, mention };
}

export function gifFragment(title: string, gifId: string, url: string): Fragment {
  return { type: 'gif', text: `[${title}]`, ...NOTHING, gif: { gif_id: gifId, url } };
}

/** Returns a message from its fragments; a plain text is one fragment, an empty text is none. */
export function messageBody(content: string | readonly Fragment[] = ''): MessageBody {
  if (typeof content !== 'string') {
    return { text: content.map(({ text }) => text).join(''), fragments: [...content] };
  }
  return { text: content, fragments: content === '' ? [] : [textFragment(content)] };
}
