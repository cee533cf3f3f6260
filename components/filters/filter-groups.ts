import type { FilterChoice } from '@/lib/domain/filter/filter';

/** The filter choices, as the options group them: the title of a group and its choices. */
export const FILTER_GROUPS = [
  ['filter.group.support', ['subs', 'gifts', 'cheers', 'charity']],
  ['filter.group.community', ['follows', 'raids', 'shoutouts', 'chat', 'redemptions']],
  ['filter.group.stream', ['stream', 'channel', 'ads', 'shared_chat']],
  ['filter.group.together', ['hype_trains', 'polls', 'predictions', 'goals']],
  ['filter.group.rest', ['moderation', 'other']],
] as const satisfies readonly (readonly [string, readonly FilterChoice[]])[];
