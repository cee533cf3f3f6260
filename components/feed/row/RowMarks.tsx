import { useNow } from '@/components/ui/hooks/use-now';
import type { Gap } from '@/lib/domain/history/gap';
import { dayName } from '@/lib/i18n/row-time';
import { t } from '@/lib/i18n/text';
import { GapMark } from '../GapMark';
import { Divider } from './Divider';
import type { Divider as DividerOfRow } from './dividers';

/** What is between a row and the row above it. */
export interface Marks {
  gaps?: readonly Gap[] | undefined;
  divider?: DividerOfRow | undefined;
  /** Says how much is new above this row. */
  unseen?: string | undefined;
}

/** Returns a text that is the same for the same marks. */
export function keyOfMarks({ gaps, divider, unseen }: Marks): string {
  const times = gaps?.map(({ from, until }) => [from, until]);
  return JSON.stringify([times, divider, unseen]);
}

/** The marks above a row. They are part of its list item, because a list has nothing but rows. */
export function RowMarks({ gaps, divider, unseen }: Marks) {
  return (
    <>
      {unseen !== undefined && <Divider text={unseen} isUnseen />}
      {divider !== undefined && <DayOrBroadcast {...divider} />}
      {gaps?.map((gap) => (
        <GapMark key={gap.until} gap={gap} />
      ))}
    </>
  );
}

function DayOrBroadcast({ day, part }: DividerOfRow) {
  const now = useNow();
  const texts = [
    day !== null && dayName(day, now),
    part === 'broadcast' && t('list.broadcast'),
    part === 'before_broadcast' && t('list.before_broadcast'),
  ];
  return <Divider text={texts.filter((text) => text !== false).join(' · ')} />;
}
