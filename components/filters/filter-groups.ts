import type { FilterChoice } from '@/lib/domain/filter/filter';

/** What can be shown or hidden, as the options group it. */
export const FILTER_GROUPS = [
  ['filter.group.support', ['subs', 'gifts', 'cheers', 'charity']],
  ['filter.group.community', ['follows', 'raids', 'shoutouts', 'chat', 'redemptions']],
  ['filter.group.stream', ['stream', 'channel', 'ads', 'shared_chat']],
  ['filter.group.together', ['hype_trains', 'polls', 'predictions', 'goals']],
  ['filter.group.rest', ['moderation', 'other']],
] as const satisfies readonly (readonly [string, readonly FilterChoice[]])[];
