import { useId, useState } from 'preact/hooks';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import type { GoTo } from '../view-props';
import styles from './ChosenDates.module.css';
import { DateFields } from './DateFields';
import { describeRange } from './describe-range';
import { Opener } from './Opener';

interface ChosenDatesProps {
  address: HistoryAddress;
  go: GoTo;
}

/** The dates that a view is about, and on request the fields that change them. */
export function ChosenDates({ address, go }: ChosenDatesProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const isOn = address.from !== null || address.until !== null;
  return (
    <div class={styles.dates}>
      <Opener {...{ isOn, isOpen }} controls={id} onClick={() => setIsOpen(!isOpen)}>
        {describeRange(address)}
      </Opener>
      <div id={id} hidden={!isOpen}>
        {isOpen && <DateFields address={address} go={go} />}
      </div>
    </div>
  );
}
