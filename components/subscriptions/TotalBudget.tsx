import {
  MAX_SUBSCRIPTIONS,
  MAX_TOTAL_COST,
  type SubscriptionReport,
  usedBy,
} from '@/lib/domain/access/subscription-report';
import { MAX_OTHERS } from '@/lib/domain/roster/roster';
import { t } from '@/lib/i18n/text';
import styles from './TotalBudget.module.css';

interface TotalBudgetProps {
  /** The reports of everybody who is listed. */
  reports: readonly SubscriptionReport[];
  /** The number of streamers beside the favorite. */
  others: number;
}

/** What all streamers together use of what Twitch allows, and how many more may be added. */
export function TotalBudget({ reports, others }: TotalBudgetProps) {
  const { cost, subscriptions } = usedBy(reports);
  const left = Math.max(0, MAX_OTHERS - others);
  return (
    <dl class={styles.budget}>
      <Part
        name={t('receiving.total.cost')}
        used={t('receiving.total.cost_used', { used: cost, limit: MAX_TOTAL_COST })}
        why={t('receiving.total.cost_why')}
      />
      <Part
        name={t('receiving.total.subscriptions')}
        used={t('receiving.total.subscriptions_used', {
          used: subscriptions,
          limit: MAX_SUBSCRIPTIONS,
        })}
        why={t('receiving.total.subscriptions_why')}
      />
      <Part
        name={t('receiving.total.others')}
        used={t('receiving.total.others_used', { used: others, limit: MAX_OTHERS })}
        why={
          left === 0
            ? t('receiving.total.others_full')
            : t('receiving.total.others_left', { count: left }, left)
        }
      />
    </dl>
  );
}

function Part({ name, used, why }: { name: string; used: string; why: string }) {
  return (
    <div class={styles.part}>
      <dt>{name}</dt>
      <dd class={styles.used}>{used}</dd>
      <dd class={styles.why}>{why}</dd>
    </div>
  );
}
