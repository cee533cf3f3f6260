import { UntrustedText } from '@/components/text/UntrustedText';
import { differsFromLogin, type NamedUser } from '@/lib/domain/event/user';
import type { HistoryAddress } from '@/lib/domain/view/history-address';
import { HistoryLink } from '../HistoryLink';
import type { GoTo } from '../view-props';
import styles from './PersonName.module.css';

interface PersonLinkProps {
  address: HistoryAddress;
  go: GoTo;
  id: string;
  name: NamedUser | null;
}

/** The name of somebody, which leads to their page. */
export function PersonLink({ address, go, id, name }: PersonLinkProps) {
  return (
    <HistoryLink
      class={styles.link}
      address={address}
      change={{ view: 'people', viewerId: id }}
      go={go}
    >
      <PersonName id={id} name={name} />
    </HistoryLink>
  );
}

/** The name of somebody, with the login if it is another one. Of an unknown name, the id is shown. */
export function PersonName({ id, name }: Pick<PersonLinkProps, 'id' | 'name'>) {
  if (name === null) return <UntrustedText text={id} />;
  return (
    <>
      <UntrustedText text={name.name} />
      {differsFromLogin(name) && (
        <>
          {' '}
          <span class={styles.login}>
            (<UntrustedText text={name.login} dir="ltr" />)
          </span>
        </>
      )}
    </>
  );
}
