import type { ChannelInfo } from '../event/event';

/** A part of {@link ChannelInfo} that can change. */
export type ChannelPart = keyof ChannelInfo;

function areSameLabels(some: readonly string[], others: readonly string[]): boolean {
  return new Set(some).symmetricDifference(new Set(others)).size === 0;
}

/** Which parts differ; labels by what they are, not by their order. */
export function changedParts(before: ChannelInfo, after: ChannelInfo): Set<ChannelPart> {
  const parts = new Set<ChannelPart>();
  if (before.title !== after.title) parts.add('title');
  if (before.category !== after.category) parts.add('category');
  if (before.language !== after.language) parts.add('language');
  if (!areSameLabels(before.labels, after.labels)) parts.add('labels');
  return parts;
}
