import type { IconNode } from 'lucide';
import type { Family } from '@/components/feed/look';
import * as icons from '@/components/ui/icons';
import type { SubscriptionState } from '@/lib/domain/access/subscription-report';
import type { TextKey } from '@/lib/i18n/text';

interface StateLook {
  words: TextKey;
  icon: IconNode;
  family: Family;
}

/** Every state in words and as a picture, in the order they are listed. */
const LOOKS: Readonly<Record<SubscriptionState, StateLook>> = {
  listening: { words: 'receiving.state.listening', icon: icons.circleCheck, family: 'green' },
  waiting: { words: 'receiving.state.waiting', icon: icons.clock, family: 'orange' },
  revoked: { words: 'receiving.state.revoked', icon: icons.circleStop, family: 'red' },
  refused: { words: 'receiving.state.refused', icon: icons.ban, family: 'red' },
  over_budget: {
    words: 'receiving.state.over_budget',
    icon: icons.triangleAlert,
    family: 'orange',
  },
  needs_permission: {
    words: 'receiving.state.needs_permission',
    icon: icons.keyRound,
    family: 'violet',
  },
  needs_moderator: {
    words: 'receiving.state.needs_moderator',
    icon: icons.shieldCheck,
    family: 'slate',
  },
  streamer_only: { words: 'receiving.state.streamer_only', icon: icons.crown, family: 'slate' },
  switched_off: { words: 'receiving.state.switched_off', icon: icons.circleStop, family: 'slate' },
  covered_by_other: {
    words: 'receiving.state.covered_by_other',
    icon: icons.info,
    family: 'slate',
  },
};

/** The states in the order they are listed: what is heard first, then what could be mended. */
// Object.keys knows the keys, but not their type.
export const STATES_IN_ORDER = Object.keys(LOOKS) as SubscriptionState[];

/** How a state is told and pictured. */
export function styleOfState(state: SubscriptionState): StateLook {
  return LOOKS[state];
}
