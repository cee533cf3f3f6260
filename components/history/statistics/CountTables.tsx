import type { ComponentChildren } from 'preact';
import { HistoryLink } from '@/components/history/HistoryLink';
import { UntrustedText } from '@/components/text/UntrustedText';
import { type ColorFamily, familyStyle } from '@/components/ui/palette';
import { familyOf } from '@/lib/domain/statistics/family';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { formatNumber, t } from '@/lib/i18n/text';
import { FAMILY_COLORS } from '../charts/family-look';
import type { GoTo } from '../view-props';
import { rowsBehind } from './rows-behind';
import styles from './Statistics.module.css';
import type { StreamerKinds } from './streamer-kinds';

interface CountsProps {
  counts: readonly StreamerKinds[];
  address: HistoryAddress;
  go: GoTo;
}

/** The number of events of each streamer. Each name and bar leads to the events. */
export function StreamerTable({ counts, address, go }: CountsProps) {
  const most = Math.max(...counts.map(({ total }) => total));
  return (
    <Table caption={t('counts.by_streamer')} columns={[t('counts.streamer')]}>
      <tbody>
        {counts.map(({ streamerId, name, total }) => (
          <Row
            key={streamerId}
            count={total}
            share={total / most}
            change={rowsBehind(address, { streamerId })}
            address={address}
            go={go}
          >
            <UntrustedText text={name} />
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

/** The number of events of each streamer and type. Each name and bar leads to the events. */
export function KindTable({ counts, address, go }: CountsProps) {
  return (
    <Table caption={t('counts.by_type')} columns={[t('counts.streamer'), t('counts.kind')]}>
      {counts.map(({ streamerId, name, kinds }) => (
        <tbody key={streamerId} class={styles.group}>
          {kinds.map(({ kind, count }) => (
            <Row
              key={kind}
              whose={name}
              family={FAMILY_COLORS[familyOf(kind)]}
              count={count}
              // Of each streamer, the highest count comes first.
              share={count / (kinds[0]?.count ?? count)}
              change={rowsBehind(address, { streamerId, type: kind })}
              address={address}
              go={go}
            >
              {t(`kind.${kind}`)}
            </Row>
          ))}
        </tbody>
      ))}
    </Table>
  );
}

interface TableProps {
  caption: string;
  /** The names of the columns before the number. */
  columns: readonly string[];
  children: ComponentChildren;
}

function Table({ caption, columns, children }: TableProps) {
  return (
    <table class={styles.table}>
      <caption class={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col" class={styles.number}>
            {t('counts.number')}
          </th>
        </tr>
      </thead>
      {children}
    </table>
  );
}

interface RowProps extends Omit<CountsProps, 'counts'> {
  /** The name of the streamer, in a column of its own. */
  whose?: string;
  family?: ColorFamily;
  count: number;
  /** Its part of the highest count, which is the length of the bar. The number says the same. */
  share: number;
  change: Partial<HistoryAddress>;
  children: ComponentChildren;
}

function Row({ whose, family = 'violet', count, share, children, ...link }: RowProps) {
  return (
    <tr style={familyStyle(family)}>
      {whose !== undefined && (
        <td class={styles.whose}>
          <UntrustedText text={whose} />
        </td>
      )}
      <th scope="row">
        <HistoryLink class={styles.rows} {...link}>
          {children}
          <svg class={styles.bar} aria-hidden="true" focusable="false">
            <rect width={`${share * 100}%`} height="100%" />
          </svg>
        </HistoryLink>
      </th>
      <td class={styles.number}>{formatNumber(count)}</td>
    </tr>
  );
}
