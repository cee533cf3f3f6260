import type { NoticeParts } from './notice-reader';

/**
 * Notice types that Twitch sends without having documented their fields, by the kind that their
 * name tells: https://github.com/twitchdev/issues/issues/1203
 */
const KINDS: ReadonlyMap<string, 'sub' | 'gift' | 'community_gift'> = new Map([
  ['subsidized_sub', 'sub'],
  ['subsidized_community_sub_gift', 'community_gift'],
  ['gift_sub_base_match', 'gift'],
  ['gift_sub_bonus_match', 'gift'],
  ['gift_sub_bonus_match_summary', 'community_gift'],
]);

const UNKNOWN_USER = { id: null, login: null, name: null };

/** The parts of a notice that do not depend on its type. */
interface Notice {
  type: string;
  systemMessage: string;
  /** The text that the viewer wrote. */
  message: string;
  /** The payload in the form that is stored. */
  raw: unknown;
}

/**
 * Returns an event of the kind that the name of the notice type tells, without tier and amount, and
 * with the payload. Returns `null` for any other notice type.
 */
export function readUndocumentedNotice({ message, ...notice }: Notice): NoticeParts | null {
  const common = { tier: '', notice };
  const kind = KINDS.get(notice.type);
  switch (kind) {
    case 'sub':
      return { kind, detail: { ...common, message, isPrime: false, durationMonths: 0 } };
    case 'gift':
      return {
        kind,
        detail: {
          ...common,
          durationMonths: 0,
          recipient: UNKNOWN_USER,
          cumulativeTotal: null,
          communityGiftId: null,
        },
      };
    case 'community_gift':
      return {
        kind,
        detail: { ...common, total: 0, cumulativeTotal: null, communityGiftId: null },
      };
    default:
      return null;
  }
}
