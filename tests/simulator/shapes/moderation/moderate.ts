import { OTHER_STREAMER, VIEWER } from '../../world/people/accounts.ts';
import type { Person } from '../../world/people/person.ts';
import { derivedId } from '../derived-id.ts';
import type { EventShape } from '../event-shape.ts';
import { moment } from '../moments.ts';
import { channelFields, moderatorFields, personFields, userFields } from '../user-fields.ts';

type Details = (user: Person) => EventShape;

const onlyUser: Details = (user) => userFields(user);
const banned: Details = (user) => ({ ...userFields(user), reason: 'spoilers' });
const timedOut: Details = (user) => ({ ...banned(user), expires_at: moment(600) });
const warned: Details = (user) => ({ ...banned(user), chat_rules_cited: null });
const deleted: Details = (user) => ({
  ...userFields(user),
  message_id: derivedId({ deleted: user.id }),
  message_body: 'the ghost did it',
});

function terms(action: string, list: string): Details {
  return () => ({ action, list, terms: ['spoiler'], from_automod: false });
}

function decided(is_approved: boolean): Details {
  return (user) => ({ is_approved, ...userFields(user), moderator_message: '' });
}

/** The object of each action with its key; many actions have none. */
const OBJECTS: Readonly<Record<string, readonly [key: string, details: Details]>> = {
  followers: ['followers', () => ({ follow_duration_minutes: 10 })],
  slow: ['slow', () => ({ wait_time_seconds: 30 })],
  vip: ['vip', onlyUser],
  unvip: ['unvip', onlyUser],
  mod: ['mod', onlyUser],
  unmod: ['unmod', onlyUser],
  ban: ['ban', banned],
  unban: ['unban', onlyUser],
  timeout: ['timeout', timedOut],
  untimeout: ['untimeout', onlyUser],
  raid: ['raid', (user) => ({ ...userFields(user), viewer_count: 42 })],
  unraid: ['unraid', onlyUser],
  delete: ['delete', deleted],
  add_blocked_term: ['automod_terms', terms('add', 'blocked')],
  add_permitted_term: ['automod_terms', terms('add', 'permitted')],
  remove_blocked_term: ['automod_terms', terms('remove', 'blocked')],
  remove_permitted_term: ['automod_terms', terms('remove', 'permitted')],
  approve_unban_request: ['unban_request', decided(true)],
  deny_unban_request: ['unban_request', decided(false)],
  warn: ['warn', warned],
  shared_chat_ban: ['shared_chat_ban', banned],
  shared_chat_unban: ['shared_chat_unban', onlyUser],
  shared_chat_timeout: ['shared_chat_timeout', timedOut],
  shared_chat_untimeout: ['shared_chat_untimeout', onlyUser],
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

/** Every known action. */
export const MODERATE_ACTIONS: readonly string[] = [...Object.keys(OBJECTS), ...WITHOUT_OBJECT];

const KEYS = [...new Set(Object.values(OBJECTS).map(([key]) => key))];

export interface ModerateOptions {
  broadcaster?: Person;
  moderator?: Person;
  /** The user of the action, if it has one. */
  user?: Person;
  action?: string;
  /** Fields that replace those of the plain example's object. */
  details?: EventShape;
}

/** Returns the event of `channel.moderate` version 2: an action with its object. */
export function channelModerate(options: ModerateOptions = {}): EventShape {
  const { action = 'timeout', user = VIEWER } = options;
  const [key, details] = OBJECTS[action] ?? [];
  const own =
    key === undefined || details === undefined
      ? {}
      : { [key]: { ...details(user), ...options.details } };
  const isShared = action.startsWith('shared_chat_');
  return {
    ...channelFields(options.broadcaster),
    ...personFields('source_broadcaster_user', isShared ? OTHER_STREAMER : null),
    ...moderatorFields(options.moderator),
    action,
    ...Object.fromEntries(KEYS.map((objectKey) => [objectKey, null])),
    ...own,
  };
}
