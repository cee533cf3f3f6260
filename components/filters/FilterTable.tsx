import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { FilterChange } from '@/components/hooks/use-filter-change';
import {
  type Filter,
  type FilterChoice,
  isChoiceShown,
  isSubsOrCheers,
  SIZES,
  type Size,
  withChoice,
  withLeast,
} from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';
import type { Filtered, Settings } from '@/lib/settings/settings';
import styles from './FilterTable.module.css';
import { FILTER_GROUPS } from './filter-groups';
import { MinimumInput } from './MinimumInput';

interface FilterTableProps {
  filters: Settings['filters'];
  change: FilterChange;
}

const COLUMNS = [
  ['feed', 'filter.feed'],
  ['badge', 'filter.badge'],
] as const satisfies readonly (readonly [Filtered, string])[];

/** All filters: a table for each group of them, with a column each for the lists and the badge. */
export function FilterTable(props: FilterTableProps) {
  return (
    <div class={styles.tables}>
      <GroupTable title={t('filter.what')}>{(id) => <OnlyRow {...props} id={id} />}</GroupTable>
      {FILTER_GROUPS.map(([title, choices]) => (
        <GroupTable key={title} title={t(title)}>
          {(id) =>
            choices.map((choice) => <ChoiceRow key={choice} {...props} id={id} choice={choice} />)
          }
        </GroupTable>
      ))}
      <GroupTable title={t('filter.least')}>
        {(id) => SIZES.map((size) => <SizeRow key={size} {...props} id={id} size={size} />)}
      </GroupTable>
    </div>
  );
}

interface GroupTableProps {
  title: string;
  /** Renders the rows. `id` is the prefix of the ids of the column headers. */
  children: (id: string) => ComponentChildren;
}

function GroupTable({ title, children }: GroupTableProps) {
  const id = useId();
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          {COLUMNS.map(([column, name]) => (
            <th key={column} scope="col" id={`${id}-${column}`}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children(id)}</tbody>
    </table>
  );
}

interface RowProps {
  /** Prefix of the ids of the column headers. */
  id: string;
  name: string;
  /** Renders the control of a column. `labels` are the ids of the elements that name it. */
  renderCell: (column: Filtered, labels: string) => ComponentChildren;
}

function Row({ id, name, renderCell }: RowProps) {
  const row = useId();
  return (
    <tr class={styles.row}>
      <th class={styles.name} scope="row" id={row}>
        {name}
      </th>
      {COLUMNS.map(([column]) => (
        <td key={column} class={styles.cell}>
          {renderCell(column, `${row} ${id}-${column}`)}
        </td>
      ))}
    </tr>
  );
}

type FilterRowProps = FilterTableProps & { id: string };

function OnlyRow({ filters, change, id }: FilterRowProps) {
  return (
    <Row
      id={id}
      name={t('filter.only')}
      renderCell={(column, labels) => (
        <Check
          labels={labels}
          isChecked={filters[column].subsAndCheersOnly}
          onChange={(isOn) => change(column, (now) => ({ ...now, subsAndCheersOnly: isOn }))}
        />
      )}
    />
  );
}

function ChoiceRow({ filters, change, id, choice }: FilterRowProps & { choice: FilterChoice }) {
  return (
    <Row
      id={id}
      name={t(`filter.choice.${choice}`)}
      renderCell={(column, labels) => (
        <Check
          labels={labels}
          isChecked={isChoiceShown(choice, filters[column])}
          isDisabled={isDisabledFor(choice, filters[column])}
          onChange={(isShown) => change(column, (now) => withChoice(now, choice, isShown))}
        />
      )}
    />
  );
}

/** While only subs and cheers are shown, the other choices have no effect. */
function isDisabledFor(choice: FilterChoice, { subsAndCheersOnly }: Filter): boolean {
  return subsAndCheersOnly && !isSubsOrCheers(choice);
}

function SizeRow({ filters, change, id, size }: FilterRowProps & { size: Size }) {
  return (
    <Row
      id={id}
      name={t(`filter.size.${size}`)}
      renderCell={(column, labels) => (
        <MinimumInput
          labels={labels}
          size={size}
          least={filters[column].least[size]}
          onChange={(least) => change(column, (now) => withLeast(now, size, least))}
        />
      )}
    />
  );
}

interface CheckProps {
  labels: string;
  isChecked: boolean;
  isDisabled?: boolean;
  onChange: (isChecked: boolean) => Promise<void>;
}

function Check({ labels, isChecked, isDisabled = false, onChange }: CheckProps) {
  return (
    <label class={styles.check}>
      <input
        type="checkbox"
        aria-labelledby={labels}
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => void onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
