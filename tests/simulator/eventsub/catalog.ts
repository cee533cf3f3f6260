/**
 * The users who may subscribe to a type on a WebSocket:
 * - `anyone`: every user; the type needs no permission.
 * - `reader`: the signed-in user must be the condition's `user_id`.
 * - `moderator`: the signed-in user must be the `moderator_user_id` and moderate the channel.
 * - `broadcaster`: the channel must belong to the signed-in user.
 * - `self`: the type is about the signed-in user.
 * - `app`: only for app tokens, so not on a WebSocket.
 */
export type Audience = 'anyone' | 'reader' | 'moderator' | 'broadcaster' | 'self' | 'app';

/** One version of an EventSub subscription type. */
export interface SubscriptionType {
  type: string;
  version: string;
  audience: Audience;
  /** Required condition keys; of an inner list, exactly one key is required. */
  condition: readonly (string | readonly string[])[];
  /** Optional condition keys. */
  optional?: readonly string[];
  /** Groups of scopes: a token needs at least one scope of each group. */
  scopes: readonly (readonly string[])[];
}

const BROADCASTER = 'broadcaster_user_id';

function open(type: string, version = '1'): SubscriptionType {
  return { type, version, audience: 'anyone', condition: [BROADCASTER], scopes: [] };
}

function chat(type: string): SubscriptionType {
  const condition = [BROADCASTER, 'user_id'];
  return { type, version: '1', audience: 'reader', condition, scopes: [['user:read:chat']] };
}

function moderated(type: string, version: string, ...scopes: string[]): SubscriptionType {
  const condition = [BROADCASTER, 'moderator_user_id'];
  return { type, version, audience: 'moderator', condition, scopes: [scopes] };
}

function owned(type: string, version: string, ...scopes: string[]): SubscriptionType {
  return { type, version, audience: 'broadcaster', condition: [BROADCASTER], scopes: [scopes] };
}

function rewarded(type: string, ...scopes: string[]): SubscriptionType {
  return { ...owned(type, '1', ...scopes), optional: ['reward_id'] };
}

function appOnly(type: string, ...condition: string[]): SubscriptionType {
  return { type, version: '1', audience: 'app', condition, scopes: [] };
}

const readOrManage = (area: string) => [`moderator:read:${area}`, `moderator:manage:${area}`];
const channelScopes = (area: string) => [`channel:read:${area}`, `channel:manage:${area}`];

function moderate(version: string, ...more: string[]): SubscriptionType {
  const areas = ['blocked_terms', 'chat_settings', 'unban_requests', 'banned_users'];
  const groups = [...areas, 'chat_messages', ...more].map(readOrManage);
  const teams = [['moderator:read:moderators'], ['moderator:read:vips']];
  return { ...moderated('channel.moderate', version), scopes: [...groups, ...teams] };
}

const GUEST_STAR = [...channelScopes('guest_star'), ...readOrManage('guest_star')];

const OPEN = [
  open('stream.online'),
  open('stream.offline'),
  open('channel.update', '2'),
  open('channel.shared_chat.begin'),
  open('channel.shared_chat.update'),
  open('channel.shared_chat.end'),
  {
    ...open('channel.raid'),
    condition: [['from_broadcaster_user_id', 'to_broadcaster_user_id']],
  },
  { ...open('user.update'), condition: ['user_id'] },
];

const CHAT = [
  'channel.chat.message',
  'channel.chat.notification',
  'channel.chat.clear',
  'channel.chat.clear_user_messages',
  'channel.chat.message_delete',
  'channel.chat_settings.update',
  'channel.chat.user_message_hold',
  'channel.chat.user_message_update',
].map(chat);

const MODERATED = [
  moderated('channel.follow', '2', 'moderator:read:followers'),
  moderated('channel.shoutout.create', '1', ...readOrManage('shoutouts')),
  moderated('channel.shoutout.receive', '1', ...readOrManage('shoutouts')),
  moderated('channel.shield_mode.begin', '1', ...readOrManage('shield_mode')),
  moderated('channel.shield_mode.end', '1', ...readOrManage('shield_mode')),
  moderated('channel.suspicious_user.message', '1', 'moderator:read:suspicious_users'),
  moderated('channel.suspicious_user.update', '1', 'moderator:read:suspicious_users'),
  moderated('channel.unban_request.create', '1', ...readOrManage('unban_requests')),
  moderated('channel.unban_request.resolve', '1', ...readOrManage('unban_requests')),
  moderated('channel.warning.acknowledge', '1', ...readOrManage('warnings')),
  moderated('channel.warning.send', '1', ...readOrManage('warnings')),
  moderate('1'),
  moderate('2', 'warnings'),
  moderated('automod.message.hold', '1', 'moderator:manage:automod'),
  moderated('automod.message.hold', '2', 'moderator:manage:automod'),
  moderated('automod.message.update', '1', 'moderator:manage:automod'),
  moderated('automod.message.update', '2', 'moderator:manage:automod'),
  moderated('automod.settings.update', '1', 'moderator:read:automod_settings'),
  moderated('automod.terms.update', '1', 'moderator:manage:automod'),
  moderated('channel.guest_star_session.begin', 'beta', ...GUEST_STAR),
  moderated('channel.guest_star_session.end', 'beta', ...GUEST_STAR),
  moderated('channel.guest_star_guest.update', 'beta', ...GUEST_STAR),
  moderated('channel.guest_star_settings.update', 'beta', ...GUEST_STAR),
];

const REDEMPTIONS = channelScopes('redemptions');
const POINTS = 'channel.channel_points';
const CHARITY = 'channel:read:charity';

const OWNED = [
  owned('channel.subscribe', '1', 'channel:read:subscriptions'),
  owned('channel.subscription.end', '1', 'channel:read:subscriptions'),
  owned('channel.subscription.gift', '1', 'channel:read:subscriptions'),
  owned('channel.subscription.message', '1', 'channel:read:subscriptions'),
  owned('channel.cheer', '1', 'bits:read'),
  owned('channel.bits.use', '1', 'bits:read'),
  rewarded('channel.custom_power_up_redemption.add', 'bits:read'),
  owned(`${POINTS}_automatic_reward_redemption.add`, '1', ...REDEMPTIONS),
  owned(`${POINTS}_automatic_reward_redemption.add`, '2', ...REDEMPTIONS),
  owned(`${POINTS}_custom_reward.add`, '1', ...REDEMPTIONS),
  rewarded(`${POINTS}_custom_reward.update`, ...REDEMPTIONS),
  rewarded(`${POINTS}_custom_reward.remove`, ...REDEMPTIONS),
  rewarded(`${POINTS}_custom_reward_redemption.add`, ...REDEMPTIONS),
  rewarded(`${POINTS}_custom_reward_redemption.update`, ...REDEMPTIONS),
  ...['begin', 'progress', 'end'].flatMap((phase) => [
    owned(`channel.poll.${phase}`, '1', ...channelScopes('polls')),
    owned(`channel.prediction.${phase}`, '1', ...channelScopes('predictions')),
    owned(`channel.hype_train.${phase}`, '2', 'channel:read:hype_train'),
    owned(`channel.goal.${phase}`, '1', 'channel:read:goals'),
  ]),
  owned('channel.prediction.lock', '1', ...channelScopes('predictions')),
  ...['donate', 'start', 'progress', 'stop'].map((phase) =>
    owned(`channel.charity_campaign.${phase}`, '1', CHARITY),
  ),
  owned('channel.ad_break.begin', '1', 'channel:read:ads'),
  owned('channel.ban', '1', 'channel:moderate'),
  owned('channel.unban', '1', 'channel:moderate'),
  owned('channel.moderator.add', '1', 'moderation:read'),
  owned('channel.moderator.remove', '1', 'moderation:read'),
  owned('channel.vip.add', '1', ...channelScopes('vips')),
  owned('channel.vip.remove', '1', ...channelScopes('vips')),
];

const OTHER_TYPES: readonly SubscriptionType[] = [
  {
    type: 'user.whisper.message',
    version: '1',
    audience: 'self',
    condition: ['user_id'],
    scopes: [['user:read:whispers', 'user:manage:whispers']],
  },
  appOnly('user.authorization.grant', 'client_id'),
  appOnly('user.authorization.revoke', 'client_id'),
  appOnly('drop.entitlement.grant', 'organization_id'),
  appOnly('extension.bits_transaction.create', 'extension_client_id'),
  appOnly('conduit.shard.disabled', 'client_id'),
];

/**
 * Every subscription type of Twitch. See
 * https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/
 */
export const SUBSCRIPTION_TYPES: readonly SubscriptionType[] = [
  ...OPEN,
  ...CHAT,
  ...MODERATED,
  ...OWNED,
  ...OTHER_TYPES,
];

export function subscriptionType(type: string, version: string): SubscriptionType | undefined {
  return SUBSCRIPTION_TYPES.find((known) => known.type === type && known.version === version);
}
