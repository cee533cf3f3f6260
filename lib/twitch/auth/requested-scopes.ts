import { MODERATION_SCOPES, type ScopeSet } from '@/lib/domain/access/scopes';
import type { RecordingOptions } from '@/lib/domain/history/recording-options';

/** Every viewer needs these: to read chat, and to choose among the followed channels. */
const VIEWER_SCOPES = ['user:read:chat', 'user:read:follows'];

const MODERATOR_SCOPES = [
  'user:read:moderated_channels',
  'moderator:read:followers',
  'moderator:read:shoutouts',
];

const STREAMER_SCOPES = [
  'bits:read',
  'channel:read:ads',
  'channel:read:charity',
  'channel:read:goals',
  'channel:read:hype_train',
  'channel:read:polls',
  'channel:read:predictions',
  'channel:read:redemptions',
  'channel:read:subscriptions',
];

/** The scopes of each set, in addition to those that every viewer needs. */
const ADDITIONAL_SCOPES: Readonly<Record<ScopeSet, readonly string[]>> = {
  viewer: [],
  moderator: MODERATOR_SCOPES,
  streamer: [...MODERATOR_SCOPES, ...STREAMER_SCOPES],
  moderation: MODERATION_SCOPES,
  redemptions: ['channel:read:redemptions'],
};

/** Options of {@link scopesFor}. */
export interface ScopeRequest {
  scopeSet: ScopeSet;
  /** The scopes of the current token. */
  granted: readonly string[];
  recording: RecordingOptions;
}

/**
 * Returns the complete list of scopes for a sign-in. It contains the granted ones, because a token
 * has only the scopes of its own request. It contains no scopes of moderation unless moderation is
 * recorded. See https://dev.twitch.tv/docs/authentication/scopes/
 */
export function scopesFor({ scopeSet: rights, granted, recording }: ScopeRequest): string[] {
  const scopes = new Set([...VIEWER_SCOPES, ...ADDITIONAL_SCOPES[rights], ...granted]);
  if (!recording.moderation) for (const scope of MODERATION_SCOPES) scopes.delete(scope);
  return [...scopes];
}
