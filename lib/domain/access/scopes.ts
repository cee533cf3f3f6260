/**
 * The sets of OAuth scopes that a sign-in can ask for: `viewer` is what every user grants, and each
 * other set adds to it. `moderation` and `redemptions` belong to the recording options of the same
 * name, and are asked for where the role allows more.
 * Scopes: https://dev.twitch.tv/docs/authentication/scopes/
 */
export const SCOPE_SETS = ['viewer', 'moderator', 'streamer', 'moderation', 'redemptions'] as const;

/** One of {@link SCOPE_SETS}. */
export type ScopeSet = (typeof SCOPE_SETS)[number];

/**
 * Scopes that are useful only together, because the EventSub type `channel.moderate` needs all of
 * them: https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/
 */
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

/** Scopes that let moderators and the streamer receive moderation events. All of them only read. */
export const MODERATION_SCOPES = [
  ...MODERATE_SCOPES,
  'moderator:read:shield_mode',
  'moderator:read:suspicious_users',
] as const;

/** One of {@link MODERATION_SCOPES}. */
export type ModerationScope = (typeof MODERATION_SCOPES)[number];
