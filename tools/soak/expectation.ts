import type { SentEvent } from '../../tests/simulator/core/sent-log.ts';

/** The ids of the streamers to whom the extension of a viewer listens. */
export interface Roles {
  favorite: string;
  others: ReadonlySet<string>;
}

/** Returns the roles of a list of streamers with the favorite first. */
export function rolesOf([favorite, ...others]: readonly { id: string }[]): Roles {
  return { favorite: favorite?.id ?? '', others: new Set(others.map(({ id }) => id)) };
}

/**
 * What a viewer's extension, with no further scopes, does with an event: it stores it unless it
 * does not listen, or it may find it later when it asks Twitch, or it is not sent it.
 */
export type Expectation = 'stored' | 'perhaps' | 'nothing';

const CHAT_NOTICES = 'channel.chat.notification';
const ABOUT_THE_STREAM: ReadonlySet<string> = new Set([
  'stream.online',
  'stream.offline',
  'channel.update',
]);

/** The extension stores a chat message only if bits or channel points paid for it. */
function isOrdinaryMessage({ cheer, message_type }: SentEvent['event']): boolean {
  return !cheer && message_type === 'text';
}

type Happened = Pick<SentEvent, 'type' | 'event' | 'streamer_id'>;

function ofFavorite({ type, event }: Happened): Expectation {
  // Incoming raids arrive as chat notifications; a raid that is listed here went out.
  const isStored =
    type === CHAT_NOTICES ||
    type === 'channel.raid' ||
    ABOUT_THE_STREAM.has(type) ||
    (type === 'channel.chat.message' && !isOrdinaryMessage(event));
  return isStored ? 'stored' : 'nothing';
}

/** Whether others are live, and their titles, are asked for once a minute and not sent. */
function ofOthers({ type }: Happened): Expectation {
  if (type === CHAT_NOTICES) return 'stored';
  return ABOUT_THE_STREAM.has(type) ? 'perhaps' : 'nothing';
}

/** Returns what the extension does with an event. */
export function expectationOf(event: Happened, { favorite, others }: Roles): Expectation {
  if (event.streamer_id === favorite) return ofFavorite(event);
  return others.has(event.streamer_id ?? '') ? ofOthers(event) : 'nothing';
}
