import type { Random } from '../../core/random.ts';
import { MODERATOR } from '../../world/people/accounts.ts';
import { AUDIENCE } from '../../world/people/audience.ts';
import { NEIGHBORS } from '../../world/people/neighbors.ts';
import { channelFollow } from '../channel/follow.ts';
import { shoutoutCreate, shoutoutReceive } from '../channel/shoutout.ts';
import {
  automodHold,
  automodSettings,
  automodTerms,
  automodUpdate,
} from '../moderation/automod.ts';
import { channelBan, channelUnban } from '../moderation/ban.ts';
import { channelModerate, MODERATE_ACTIONS } from '../moderation/moderate.ts';
import { shieldMode } from '../moderation/shield-mode.ts';
import { suspiciousUserMessage, suspiciousUserUpdate } from '../moderation/suspicious-user.ts';
import { teamChange } from '../moderation/team.ts';
import { unbanRequestCreate, unbanRequestResolve } from '../moderation/unban-request.ts';
import { warningAcknowledge, warningSend } from '../moderation/warning.ts';
import { moment } from '../moments.ts';
import { type TypeShape, type TypeShapes, userKeys } from './type-shape.ts';

const user = (random: Random) => random.pick(AUDIENCE);
const otherChannel = (random: Random) => random.pick(NEIGHBORS).person;

const team: TypeShape = {
  version: '1',
  build: (random) => teamChange({ user: user(random) }),
};

const actions = MODERATE_ACTIONS.map((action) => [action, channelModerate({ action })]);

/** Types that moderators receive, and types about moderation that only the streamer receives. */
export const MODERATION_TYPES: TypeShapes = {
  'channel.follow': {
    version: '2',
    build: (random) =>
      channelFollow({ user: user(random), followed_at: moment(random.integer(0, 9_000)) }),
  },
  'channel.shoutout.create': {
    version: '1',
    build: (random) =>
      shoutoutCreate({ other: otherChannel(random), viewer_count: random.integer(1, 900) }),
  },
  'channel.shoutout.receive': {
    version: '1',
    build: (random) =>
      shoutoutReceive({ other: otherChannel(random), viewer_count: random.integer(1, 900) }),
  },
  'channel.shield_mode.begin': { version: '1', build: () => shieldMode('begin') },
  'channel.shield_mode.end': { version: '1', build: () => shieldMode('end') },
  'channel.suspicious_user.message': {
    version: '1',
    build: (random) => suspiciousUserMessage({ user: user(random) }),
    loose: ['message.fragments'],
    forms: {
      'ban evader': suspiciousUserMessage({
        low_trust_status: 'restricted',
        types: ['ban_evader', 'banned_in_shared_channel'],
        ban_evasion_evaluation: 'likely',
        shared_ban_channel_ids: ['110', '111'],
      }),
    },
  },
  'channel.suspicious_user.update': {
    version: '1',
    build: (random) => suspiciousUserUpdate({ user: user(random) }),
    forms: {
      cleared: suspiciousUserUpdate({ low_trust_status: 'no_treatment' }),
      // Only documented: Twitch sends `no_treatment`.
      'cleared as documented': suspiciousUserUpdate({ low_trust_status: 'none' }),
    },
  },
  'channel.unban_request.create': {
    version: '1',
    build: (random) => unbanRequestCreate({ id: random.uuid(), user: user(random) }),
  },
  'channel.unban_request.resolve': {
    version: '1',
    build: (random) => unbanRequestResolve({ id: random.uuid(), user: user(random) }),
    loose: [...userKeys('moderator_user'), 'resolution_text'],
    forms: {
      'denied with text': unbanRequestResolve({ status: 'denied', resolution_text: 'Not yet.' }),
      'canceled without moderator': unbanRequestResolve({ status: 'canceled', moderator: null }),
      'short moderator keys': unbanRequestResolve({
        moderator: MODERATOR,
        moderatorPrefix: 'moderator',
      }),
    },
  },
  'channel.warning.send': {
    version: '1',
    build: (random) => warningSend({ user: user(random) }),
    loose: ['reason', 'chat_rules_cited'],
    forms: { 'rules cited': warningSend({ chat_rules_cited: ['Be kind', 'No spoilers'] }) },
  },
  'channel.warning.acknowledge': {
    version: '1',
    build: (random) => warningAcknowledge({ user: user(random) }),
  },
  'channel.moderate': {
    version: '2',
    build: (random) =>
      channelModerate({ action: random.pick(MODERATE_ACTIONS), user: user(random) }),
    loose: userKeys('source_broadcaster_user'),
    forms: { ...Object.fromEntries(actions), hologram: channelModerate({ action: 'hologram' }) },
  },
  'automod.message.hold': {
    version: '2',
    build: (random) => automodHold({ user: user(random), message_id: random.uuid() }),
    loose: ['automod', 'blocked_term', 'message.fragments'],
  },
  'automod.message.update': {
    version: '2',
    build: (random) => automodUpdate({ user: user(random), message_id: random.uuid() }),
    loose: ['automod', 'blocked_term', 'message.fragments'],
    forms: { denied: automodUpdate({ status: 'Denied' }) },
  },
  'automod.settings.update': {
    version: '1',
    build: (random) => automodSettings({ overall_level: random.integer(0, 4) }),
    loose: ['overall_level'],
  },
  'automod.terms.update': { version: '1', build: () => automodTerms() },
  'channel.ban': {
    version: '1',
    build: (random) => channelBan({ user: user(random), ends_at: moment(random.pick([60, 600])) }),
    loose: ['ends_at'],
    forms: { permanent: channelBan({ reason: 'spam' }) },
  },
  'channel.unban': { version: '1', build: (random) => channelUnban({ user: user(random) }) },
  'channel.moderator.add': team,
  'channel.moderator.remove': team,
  'channel.vip.add': team,
  'channel.vip.remove': team,
};
