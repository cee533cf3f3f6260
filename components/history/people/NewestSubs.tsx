import { UntrustedText } from '@/components/text/UntrustedText';
import { useNow } from '@/components/ui/hooks/use-now';
import type { NewSub } from '@/lib/db/people/newest-subs';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { tierParam } from '@/lib/domain/wording/message';
import { rowTime } from '@/lib/i18n/row-time';
import { paramText, t } from '@/lib/i18n/text';
import { absoluteTime } from '@/lib/time';
import type { GoTo } from '../view-props';
import styles from './Lists.module.css';
import { PersonLink, PersonName } from './PersonName';
import { RowsLink } from './RowsLink';
import { TableCard } from './TableCard';

interface NewestSubsProps {
  subs: readonly NewSub[];
  address: HistoryAddress;
  streamers: readonly Streamer[];
  go: GoTo;
}

/** Those who have subscribed last. */
export function NewestSubs({ subs, address, streamers, go }: NewestSubsProps) {
  const now = useNow();
  return (
    <TableCard
      title={t('people.list.subs')}
      columns={[t('people.name'), t('people.time')]}
      family="violet"
    >
      {subs.map((sub) => (
        <tr key={sub.id} class={styles.row}>
          <th class={styles.who} scope="row">
            <Who sub={sub} address={address} go={go} />
            <Facts sub={sub} streamers={address.streamerId === null ? streamers : null} />
          </th>
          <td class={styles.number}>
            <RowsLink rows={rowOf(sub)} go={go}>
              <Time at={sub.created_at} now={now} />
            </RowsLink>
          </td>
        </tr>
      ))}
    </TableCard>
  );
}

function Who({ sub, address, go }: Pick<NewestSubsProps, 'address' | 'go'> & { sub: NewSub }) {
  const { viewer_id: id, viewer_login: login, viewer_name } = sub;
  const name = login === null ? null : { login, name: viewer_name ?? login };
  if (id !== null) return <PersonLink {...{ address, go, id, name }} />;
  return name === null ? t('someone.viewer') : <PersonName id={name.login} name={name} />;
}

/** The tier, and in a list of several streamers whose channel it is. */
function Facts({ sub, streamers }: { sub: NewSub; streamers: readonly Streamer[] | null }) {
  const { streamer_id: id, streamer_name, detail } = sub;
  return (
    <p class={styles.facts}>
      {paramText(tierParam(detail.tier, detail.isPrime))}
      {streamers !== null && (
        <>
          {' · '}
          <UntrustedText
            text={streamers.find((streamer) => streamer.id === id)?.name ?? streamer_name}
          />
        </>
      )}
    </p>
  );
}

function Time({ at, now }: { at: number; now: number }) {
  return (
    <time datetime={new Date(at).toISOString()} title={absoluteTime(at)}>
      {rowTime(at, now)}
    </time>
  );
}

/** The subs of the viewer, with this one open. */
function rowOf({ id, viewer_id: viewerId, streamer_id: streamerId }: NewSub) {
  return { viewerId, streamerId, kinds: ['subs'], eventId: id } satisfies Partial<HistoryAddress>;
}
