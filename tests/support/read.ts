import { plainText } from '@/components/text/text';
import { type FeedRow, toRow } from '@/lib/domain/row';
import { tell, tellMore } from '@/lib/domain/wording';
import { type Hearing, hear } from './hear';

/** The row that a notification becomes, on its whole way from the text of its frame. */
export function rowOf(type: string, payload: object, hearing?: Hearing): FeedRow {
  const event = hear(type, payload, hearing);
  if (event === null) throw new Error('It is not recorded.');
  const anchor = { ...event, seq: 1 };
  return toRow(anchor, [anchor]);
}

/** Its sentence in English. */
export const sentence = (row: FeedRow) => plainText(tell(row));

/** Its second sentence, if there is one. */
export function more(row: FeedRow): string | null {
  const told = tellMore(row);
  return told && plainText(told);
}
