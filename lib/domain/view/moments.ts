import type { MomentSizes } from './emphasis';

/** How the user wants moments to be told apart from other events. */
export interface MomentSettings {
  sizes: MomentSizes;
  /** True if the largest events of the channel are its moments, where enough is known of it. */
  isByChannel: boolean;
}

/** The largest size that can be chosen. */
export const MAX_MOMENT_SIZE = 1_000_000;

/** The settings until the user has chosen others. */
export const DEFAULT_MOMENTS: MomentSettings = {
  sizes: { gifts: 20, viewers: 500, bits: 5000 },
  isByChannel: false,
};

/**
 * Returns the least sizes of the moments of a channel. `own` are those of the largest events of the
 * channel, as far as they are known.
 */
export function sizesFor(
  { sizes, isByChannel }: MomentSettings,
  own: Partial<MomentSizes> | undefined,
): MomentSizes {
  return isByChannel ? { ...sizes, ...own } : sizes;
}
