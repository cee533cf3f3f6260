import type { IconNode } from 'lucide';
import * as icons from '@/components/ui/icons';
import type { ColorFamily } from '@/components/ui/palette';
import type { SubscriptionState } from '@/lib/domain/access/subscription-report';
import type { MessageKey } from '@/lib/domain/wording/message-key';

interface SubscriptionStateLook {
  text: MessageKey;
  icon: IconNode;
  family: ColorFamily;
}

/** The text, icon and color of every state, in the order of the table. */
const LOOKS: Readonly<Record<SubscriptionState, SubscriptionStateLook>> = {
  listening: { text: 'receiving.state.listening', icon: icons.circleCheck, family: 'green' },
  looked_up: { text: 'receiving.state.looked_up', icon: icons.clock, family: 'green' },
  waiting: { text: 'receiving.state.waiting', icon: icons.clock, family: 'orange' },
  revoked: { text: 'receiving.state.revoked', icon: icons.circleStop, family: 'red' },
  refused: { text: 'receiving.state.refused', icon: icons.ban, family: 'red' },
  over_budget: {
    text: 'receiving.state.over_budget',
    icon: icons.triangleAlert,
    family: 'orange',
  },
  favorite_only: { text: 'receiving.state.favorite_only', icon: icons.info, family: 'slate' },
  needs_permission: {
    text: 'receiving.state.needs_permission',
    icon: icons.keyRound,
    family: 'violet',
  },
  needs_moderator: {
    text: 'receiving.state.needs_moderator',
    icon: icons.shieldCheck,
    family: 'slate',
  },
  streamer_only: { text: 'receiving.state.streamer_only', icon: icons.crown, family: 'slate' },
  switched_off: { text: 'receiving.state.switched_off', icon: icons.circleStop, family: 'slate' },
  covered_by_other: {
    text: 'receiving.state.covered_by_other',
    icon: icons.info,
    family: 'slate',
  },
};

/** The states in the order of the table: active first, then those that the user can change. */
// Object.keys returns the right keys, but not their type.
export const STATES_IN_ORDER = Object.keys(LOOKS) as SubscriptionState[];

/** Returns the text, icon and color of a state. */
export function lookOfState(state: SubscriptionState): SubscriptionStateLook {
  return LOOKS[state];
}
