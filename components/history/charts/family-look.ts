import type { ColorFamily } from '@/components/ui/palette';
import type { Family } from '@/lib/domain/statistics/family';

/** The color of each family, which most of its events have in the lists, too. */
export const FAMILY_COLORS: Readonly<Record<Family, ColorFamily>> = {
  subs: 'violet',
  gifts: 'teal',
  cheers: 'blue',
  raids: 'orange',
  follows: 'red',
  together: 'green',
  other: 'slate',
};
