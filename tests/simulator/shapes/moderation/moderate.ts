import { OTHER_STREAMER, VIEWER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../chat/shared-chat.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelKeys, moderatorKeys, named, userKeys } from '../user-fields.ts';

type Details = (user: Person) => EventShape;

const someone: Details = (user) => userKeys(user);
const banned: Details = (user) => ({ ...userKeys(user), reason: 'spoilers' });
const timedOut: Details = (user) => ({ ...banned(user), expires_at: moment(600) });
const warned: Details = (user) => ({ ...banned(user), chat_rules_cited: null });
const deleted: Details = (user) => ({
  ...userKeys(user),
  message_id: derivedId({ deleted: user.id }),
  message_body: 'the ghost did it',
});

function terms(action: string, list: string): Details {
  return () => ({ action, list, terms: ['spoiler'], from_automod: false });
}

function decided(is_approved: boolean): Details {
  return (user) => ({ is_approved, ...userKeys(user), moderator_message: '' });
}

/** The object that goes with an action, under its key; many actions have none. */
const OBJECTS: Readonly<Record<string, readonly [key: string, details: Details]>> = {
  followers: ['followers', () => ({ follow_duration_minutes: 10 })],
  slow: ['slow', () => ({ wait_time_seconds: 30 })],
  vip: ['vip', someone],
  unvip: ['unvip', someone],
  mod: ['mod', someone],
  unmod: ['unmod', someone],
  ban: ['ban', banned],
  unban: ['unban', someone],
  timeout: ['timeout', timedOut],
  untimeout: ['untimeout', someone],
  raid: ['raid', (user) => ({ ...userKeys(user), viewer_count: 42 })],
  unraid: ['unraid', someone],
  delete: ['delete', deleted],
  add_blocked_term: ['automod_terms', terms('add', 'blocked')],
  add_permitted_term: ['automod_terms', terms('add', 'permitted')],
  remove_blocked_term: ['automod_terms', terms('remove', 'blocked')],
  remove_permitted_term: ['automod_terms', terms('remove', 'permitted')],
  approve_unban_request: ['unban_request', decided(true)],
  deny_unban_request: ['unban_request', decided(false)],
  warn: ['warn', warned],
  shared_chat_ban: ['shared_chat_ban', banned],
  shared_chat_unban: ['shared_chat_unban', someone],
  shared_chat_timeout: ['shared_chat_timeout', timedOut],
  shared_chat_untimeout: ['shared_chat_untimeout', someone],
  shared_chat_delete: ['shared_chat_delete', deleted],
};

const WITHOUT_OBJECT = [
  'clear',
  'emoteonly',
  'emoteonlyoff',
  'followersoff',
  'uniquechat',
  'uniquechatoff',
  'slowoff',
  'subscribers',
  'subscribersoff',
];

/** Every action that is known. */
export const MODERATE_ACTIONS: readonly string[] = [...Object.keys(OBJECTS), ...WITHOUT_OBJECT];

const KEYS = [...new Set(Object.values(OBJECTS).map(([key]) => key))];

export interface ModerateOptions {
  broadcaster?: Person;
  moderator?: Person;
  /** Whom it concerns, where the action concerns somebody. */
  user?: Person;
  action?: string;
  /** What the object of the action says beyond the plain example. */
  details?: EventShape;
}

/** The event of `channel.moderate` version 2: the action, and its object under a key of its own. */
export function channelModerate(options: ModerateOptions = {}): EventShape {
  const { action = 'timeout', user = VIEWER } = options;
  const [key, details] = OBJECTS[action] ?? [];
  const own =
    key === undefined || details === undefined
      ? {}
      : { [key]: { ...details(user), ...options.details } };
  const isShared = action.startsWith('shared_chat_');
  return {
    ...channelKeys(options.broadcaster),
    ...named('source_broadcaster_user', isShared ? OTHER_STREAMER : null),
    ...moderatorKeys(options.moderator),
    action,
    ...Object.fromEntries(KEYS.map((other) => [other, null])),
    ...own,
  };
}
