import { familyStyle } from '@/components/feed/look';
import { MessageText } from '@/components/text/MessageText';
import { Icon } from '@/components/ui/Icon';
import type { ReportedSubscription } from '@/lib/domain/access/subscription-report';
import { t } from '@/lib/i18n/text';
import { describeReason } from './reason';
import { Since } from './Since';
import styles from './SubscriptionTable.module.css';
import { STATES_IN_ORDER, styleOfState } from './state-style';

interface TypeTableProps {
  caption: string;
  types: readonly ReportedSubscription[];
}

/** Every type of event and what becomes of it, by state. */
export function SubscriptionTable({ caption, types }: TypeTableProps) {
  const byState = Map.groupBy(types, ({ state }) => state);
  return (
    <table class={styles.table}>
      <caption class={styles.caption}>{caption}</caption>
      <thead class={styles.head}>
        <tr>
          <th scope="col">{t('receiving.events')}</th>
          <th scope="col">{t('receiving.how')}</th>
        </tr>
      </thead>
      {STATES_IN_ORDER.filter((state) => byState.has(state)).map((state) => (
        <tbody key={state} class={styles.group} style={familyStyle(styleOfState(state).family)}>
          {byState.get(state)?.map((received) => (
            <TypeRow key={received.key} received={received} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function TypeRow({ received }: { received: ReportedSubscription }) {
  const { type, kinds, taken, state, since, reason } = received;
  const look = styleOfState(state);
  const told = taken.length > 0 ? taken : kinds;
  const names = new Intl.ListFormat(t('app.language'), { type: 'unit', style: 'short' });
  return (
    <tr>
      <th class={styles.events} scope="row">
        {names.format(told.map((kind) => t(`kind.${kind}`)))}{' '}
        <code class={styles.type}>{type}</code>
      </th>
      <td class={styles.state}>
        <span class={styles.mark}>
          <Icon of={look.icon} size={14} class={styles.icon} />
          {state === 'listening' ? <Since time={since} /> : t(look.words)}
        </span>
        {reason !== null && (
          <span class={styles.reason}>
            <MessageText told={describeReason(reason)} />
          </span>
        )}
      </td>
    </tr>
  );
}
