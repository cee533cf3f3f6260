import type { Streamer } from '@/lib/domain/channel/channel';
import { DEFAULT_CHOICES, type ListedStreamer, type Roster } from '@/lib/domain/roster/roster';
import { START } from '../fakes/fake-clock';
import { DEMO_STREAMER } from './accounts';

/** Creates a streamer that was listed at the start of the fake clock. */
export function listed(
  streamer: Streamer,
  {
    choices,
    ...fields
  }: Partial<Omit<ListedStreamer, 'choices'>> & {
    choices?: Partial<ListedStreamer['choices']>;
  } = {},
): ListedStreamer {
  return {
    addedAt: START,
    ...streamer,
    ...fields,
    choices: { ...DEFAULT_CHOICES, ...choices },
  };
}

/** Creates a number of streamers, added one second after the other. */
export function manyListed(count: number): ListedStreamer[] {
  return Array.from({ length: count }, (_, index) =>
    listed(
      {
        id: `${1000 + index}`,
        login: `streamer_${index}`,
        name: `Streamer_${index}`,
        avatarUrl: `https://static-cdn.jtvnw.net/${index}.png`,
      },
      { addedAt: START + index * 1000 },
    ),
  );
}

/** Creates a roster with the demo streamer as favorite. */
export function aRoster(fields: Partial<Roster> = {}): Roster {
  return { favorite: listed(DEMO_STREAMER), others: [], ...fields };
}
