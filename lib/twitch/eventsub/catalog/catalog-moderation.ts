import { MODERATE_SCOPES } from '@/lib/domain/access/scopes';
import { type CatalogEntry, family, forModerators, forStreamer, IN_CHAT } from './catalog-entry';

const UNBAN_REQUESTS = forModerators(['moderator:read:unban_requests']);
const WARNINGS = forModerators(['moderator:read:warnings']);
const SUSPICIOUS = forModerators(['moderator:read:suspicious_users']);

/**
 * The types about moderation. The ones that name the moderator and the reason come first. The ones
 * that every viewer may have, without the moderator, come last.
 */
export const MODERATION_ENTRIES: readonly CatalogEntry[] = [
  // Before `channel.moderate`, which does not report withdrawn requests.
  ...family(
    {
      'channel.unban_request.create': ['unban_request'],
      'channel.unban_request.resolve': ['unban_request_resolved'],
    },
    UNBAN_REQUESTS,
  ),
  {
    ...forModerators(MODERATE_SCOPES, '2'),
    type: 'channel.moderate',
    kinds: [
      'ban',
      'timeout',
      'unban',
      'warning',
      'chat_clear',
      'message_delete',
      'chat_settings',
      'moderator_add',
      'moderator_remove',
      'vip_add',
      'vip_remove',
      'unban_request_resolved',
    ],
    // Chat reports a ban and a timeout as cleared messages.
    covers: ['user_messages_cleared'],
  },
  {
    ...forStreamer(['channel:moderate']),
    type: 'channel.ban',
    kinds: ['ban', 'timeout'],
    covers: ['user_messages_cleared'],
  },
  { ...forStreamer(['channel:moderate']), type: 'channel.unban', kinds: ['unban'] },
  ...family(
    {
      'channel.moderator.add': ['moderator_add'],
      'channel.moderator.remove': ['moderator_remove'],
    },
    forStreamer(['moderation:read']),
  ),
  ...family(
    { 'channel.vip.add': ['vip_add'], 'channel.vip.remove': ['vip_remove'] },
    forStreamer(['channel:read:vips']),
  ),
  ...family(
    {
      'channel.warning.send': ['warning'],
      'channel.warning.acknowledge': ['warning_acknowledged'],
    },
    WARNINGS,
  ),
  ...family(
    { 'channel.shield_mode.begin': ['shield_on'], 'channel.shield_mode.end': ['shield_off'] },
    forModerators(['moderator:read:shield_mode']),
  ),
  {
    ...SUSPICIOUS,
    type: 'channel.suspicious_user.update',
    kinds: ['suspicious_user'],
    part: 'decision',
  },
  {
    ...SUSPICIOUS,
    type: 'channel.suspicious_user.message',
    kinds: ['suspicious_user'],
    part: 'message',
  },
  ...family(
    {
      'channel.chat.clear': ['chat_clear'],
      'channel.chat.clear_user_messages': ['user_messages_cleared'],
      'channel.chat.message_delete': ['message_delete'],
      'channel.chat_settings.update': ['chat_settings'],
    },
    IN_CHAT,
  ),
];
