/** Scopes that do not follow the pattern of the others. */
const SINGLE_SCOPES: Readonly<Record<string, string>> = {
  'user:read:chat': 'View live stream chat and the events in it',
  'user:read:follows': 'View the channels you follow',
  'user:read:email': 'View your email address',
  'user:read:moderated_channels': 'View the channels you moderate',
  'user:read:whispers': 'View your whispers',
  'user:manage:whispers': 'View and send whispers for you',
  'channel:moderate': 'See and act on what happens in the moderation of your channel',
  'moderation:read': 'View who moderates your channel and who is banned in it',
  'bits:read': 'View bits information for your channel',
};

/** Areas of the channels that the user moderates. */
const MODERATED_AREAS: Readonly<Record<string, string>> = {
  followers: 'who follows',
  shoutouts: 'shoutouts',
  shield_mode: 'shield mode',
  suspicious_users: 'suspicious users',
  unban_requests: 'requests to be unbanned',
  warnings: 'warnings',
  blocked_terms: 'blocked terms',
  chat_settings: 'the settings of chat',
  banned_users: 'who is banned',
  chat_messages: 'chat messages that were deleted',
  moderators: 'the moderators',
  vips: 'the VIPs',
  automod: 'messages held by AutoMod',
  automod_settings: 'the settings of AutoMod',
  guest_star: 'Guest Star',
};

/** Areas of the user's own channel. */
const OWN_AREAS: Readonly<Record<string, string>> = {
  subscriptions: 'who subscribes',
  redemptions: 'channel points rewards and their redemptions',
  hype_train: 'hype trains',
  polls: 'polls',
  predictions: 'predictions',
  goals: 'goals',
  charity: 'charity campaigns',
  ads: 'ad breaks',
  vips: 'the VIPs',
  guest_star: 'Guest Star',
};

const VERBS: Readonly<Record<string, string>> = { read: 'View', manage: 'Manage' };

/** Returns the description of a scope for the authorize page; an unknown scope as it is. */
export function describeScope(scope: string): string {
  const [subject, access = '', area = ''] = scope.split(':');
  const isModerator = subject === 'moderator';
  const areaName = (isModerator ? MODERATED_AREAS : OWN_AREAS)[area];
  const where = isModerator ? 'in the channels you moderate' : 'on your channel';
  return (
    SINGLE_SCOPES[scope] ?? (areaName ? `${VERBS[access] ?? access} ${areaName} ${where}` : scope)
  );
}
