const WORDS: Readonly<Record<string, string>> = {
  'user:read:chat': 'View live stream chat and the events in it',
  'user:read:follows': 'View the channels you follow',
  'user:read:email': 'View your email address',
  'user:read:moderated_channels': 'View the channels you moderate',
  'moderator:read:followers': 'Read who follows the channels you moderate',
  'moderator:read:shoutouts': 'View shoutouts in the channels you moderate',
  'channel:read:subscriptions': 'View who subscribes to your channel',
  'channel:read:redemptions': 'View channel point redemptions on your channel',
  'channel:read:hype_train': 'View hype trains on your channel',
  'channel:read:polls': 'View polls on your channel',
  'channel:read:predictions': 'View predictions on your channel',
  'channel:read:goals': 'View goals on your channel',
  'channel:read:charity': 'View charity campaigns on your channel',
  'bits:read': 'View bits information for your channel',
};

/** A scope as the consent page tells it; one it has no words for stands for itself. */
export function scopeInWords(scope: string): string {
  return WORDS[scope] ?? scope;
}
