import type { ChannelInfo } from '../event/event';

/** A part of {@link ChannelInfo} that can change. */
export type ChannelPart = keyof ChannelInfo;

function areSameLabels(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).symmetricDifference(new Set(b)).size === 0;
}

/** Returns the parts that differ. The order of the labels does not matter. */
export function changedParts(before: ChannelInfo, after: ChannelInfo): Set<ChannelPart> {
  const parts = new Set<ChannelPart>();
  if (before.title !== after.title) parts.add('title');
  if (before.category !== after.category) parts.add('category');
  if (before.language !== after.language) parts.add('language');
  if (!areSameLabels(before.labels, after.labels)) parts.add('labels');
  return parts;
}
