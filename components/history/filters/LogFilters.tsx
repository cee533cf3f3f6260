import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';
import { x } from '@/components/ui/icons';
import type { Database } from '@/lib/db/database';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import { countOfFilters, countOfSizes, NO_FILTERS } from './active-filters';
import { DateFields } from './DateFields';
import { describeRange, describeWeekHour } from './describe-range';
import { KindChips } from './KindChips';
import styles from './LogFilters.module.css';
import { Opener } from './Opener';
import { SearchBox } from './SearchBox';
import { SizeFields } from './SizeFields';
import { useChipCounts } from './use-chip-counts';

interface LogFiltersProps {
  db: Database;
  address: HistoryAddress;
  go: GoTo;
}

/** Narrows the rows of the feed down. In a narrow window, all of it is behind one button. */
export function LogFilters({ db, address, go }: LogFiltersProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [part, setPart] = useState<'dates' | 'sizes' | null>(null);
  const counts = useChipCounts(db, address);
  const count = countOfFilters(address);
  const sizes = countOfSizes(address);

  /** The button that was pressed goes, and the focus must not go with it. */
  function leave(change: Partial<HistoryAddress>): void {
    go(change);
    box.current?.focus();
  }

  const opener = (name: 'dates' | 'sizes') => ({
    controls: `${id}-part`,
    isOpen: part === name,
    onClick: () => setPart(part === name ? null : name),
  });

  return (
    <section class={styles.filters} aria-label={t('log_filter.title')}>
      <div class={styles.fold}>
        <Opener controls={id} isOn={count > 0} isOpen={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {count === 0 ? t('log_filter.title') : t('log_filter.active', { count }, count)}
        </Opener>
      </div>
      <div id={id} class={styles.content} data-open={isOpen}>
        <div class={styles.line}>
          <SearchBox db={db} search={address.search} go={go} box={box} />
          <Opener {...opener('dates')} isOn={address.from !== null || address.until !== null}>
            {describeRange(address)}
          </Opener>
          <Opener {...opener('sizes')} isOn={sizes > 0}>
            {sizes === 0 ? t('log_filter.sizes') : t('log_filter.sizes_chosen', { sizes }, sizes)}
          </Opener>
          {count > 0 && (
            <button type="button" class={styles.clear} onClick={() => leave(NO_FILTERS)}>
              {t('log_filter.clear')}
            </button>
          )}
        </div>
        <div id={`${id}-part`} class={styles.part} hidden={part === null}>
          {part === 'dates' && <DateFields address={address} go={go} />}
          {part === 'sizes' && <SizeFields address={address} go={go} />}
        </div>
        <KindChips
          kinds={address.kinds}
          isOfType={address.type !== null}
          counts={counts}
          hasNumbers={address.search === '' && Object.keys(address.least).length === 0}
          go={go}
        />
        {address.type !== null && (
          <Chosen onRemove={() => leave({ type: null })}>{t(`kind.${address.type}`)}</Chosen>
        )}
        {address.weekHour !== null && (
          <Chosen onRemove={() => leave({ weekHour: null })}>
            {describeWeekHour(address.weekHour)}
          </Chosen>
        )}
      </div>
    </section>
  );
}

interface ChosenProps {
  onRemove: () => void;
  children: ComponentChildren;
}

/** What a link led to, and no field shows. Goes when it is pressed. */
function Chosen({ onRemove, children }: ChosenProps) {
  return (
    <button type="button" class={styles.chosen} title={t('log_filter.remove')} onClick={onRemove}>
      {children}
      <Icon of={x} size={14} />
    </button>
  );
}
