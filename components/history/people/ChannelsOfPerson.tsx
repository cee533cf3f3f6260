import { useId } from 'preact/hooks';
import { UntrustedText } from '@/components/text/UntrustedText';
import { familyStyle } from '@/components/ui/palette';
import type { Person } from '@/lib/db/people/person';
import type { Streamer } from '@/lib/domain/channel/channel';
import { amountsOf } from '@/lib/domain/people/amounts';
import { totalOf } from '@/lib/domain/people/kind-counts';
import { formatNumber, t } from '@/lib/i18n/text';
import type { GoTo } from '../view-props';
import { factsOf } from './facts-of';
import styles from './Lists.module.css';
import { RowsLink } from './RowsLink';

interface ChannelsOfPersonProps {
  person: Person;
  streamers: readonly Streamer[];
  go: GoTo;
}

/** What somebody did on each channel. */
export function ChannelsOfPerson({ person, streamers, go }: ChannelsOfPersonProps) {
  const title = useId();
  const names = new Map(streamers.map(({ id, name }) => [id, name]));
  const totals = person.channels.map(({ counts }) => totalOf(counts));
  const most = Math.max(1, ...totals);
  return (
    <section class={styles.card} style={familyStyle('slate')}>
      <h3 class={styles.title} id={title}>
        {t('people.person.by_streamer')}
      </h3>
      <table class={styles.table} aria-labelledby={title}>
        <thead>
          <tr>
            <th scope="col">{t('for.streamer')}</th>
            <th scope="col">{t('people.person.events')}</th>
          </tr>
        </thead>
        <tbody>
          {person.channels.map((channel, index) => {
            const { streamer_id: streamerId } = channel;
            const total = totals[index] ?? 0;
            const facts = factsOf(amountsOf([channel]));
            return (
              <tr key={streamerId} class={styles.row} style={{ '--share': total / most }}>
                <th class={styles.who} scope="row" data-bar>
                  <UntrustedText text={names.get(streamerId) ?? streamerId} />
                  {facts !== '' && <p class={styles.facts}>{facts}</p>}
                </th>
                <td class={styles.number}>
                  <RowsLink rows={{ viewerId: person.id, streamerId }} go={go}>
                    {formatNumber(total)}
                  </RowsLink>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
