/**
 * What a sign-in can ask Twitch for: what a plain viewer needs, or that and more. `moderation` and
 * `redemptions` are what the switches of the same name need where the role allows more.
 */
export const SCOPE_SETS = ['viewer', 'moderator', 'streamer', 'moderation', 'redemptions'] as const;

/** One of {@link SCOPE_SETS}. */
export type ScopeSet = (typeof SCOPE_SETS)[number];

/** Scopes that are of use together only: Twitch's type `channel.moderate` wants every one. */
export const MODERATE_SCOPES = [
  'moderator:read:banned_users',
  'moderator:read:blocked_terms',
  'moderator:read:chat_messages',
  'moderator:read:chat_settings',
  'moderator:read:moderators',
  'moderator:read:unban_requests',
  'moderator:read:vips',
  'moderator:read:warnings',
] as const;

/** Scopes that let moderators and the streamer be told of moderation. All of them read. */
export const MODERATION_SCOPES = [
  ...MODERATE_SCOPES,
  'moderator:read:shield_mode',
  'moderator:read:suspicious_users',
] as const;

/** One of {@link MODERATION_SCOPES}. */
export type ModerationScope = (typeof MODERATION_SCOPES)[number];
