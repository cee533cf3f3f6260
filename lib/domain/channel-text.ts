import type { ChannelText } from './event';

/** Whether two tell the same, labels in whatever order. */
export function isSameText(a: ChannelText, b: ChannelText): boolean {
  return (
    a.title === b.title &&
    a.category === b.category &&
    a.language === b.language &&
    labelsOf(a) === labelsOf(b)
  );
}

function labelsOf({ labels }: ChannelText): string {
  return labels.toSorted().join(' ');
}
