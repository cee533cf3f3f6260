import type { RefObject } from 'preact';
import { useEffect, useId, useLayoutEffect, useState } from 'preact/hooks';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { UntrustedText } from '@/components/text/UntrustedText';
import { OptionItem } from '@/components/ui/form/Combobox';
import { useCombobox } from '@/components/ui/hooks/use-combobox';
import { InvisibleText } from '@/components/ui/InvisibleText';
import { LiveRegion } from '@/components/ui/LiveRegion';
import type { Database } from '@/lib/db/database';
import { type MatchingViewer, matchingViewers } from '@/lib/db/feed/search/matching-viewers';
import { differsFromLogin } from '@/lib/domain/event/user';
import { t } from '@/lib/i18n/text';
import { systemClock } from '@/lib/time';
import type { GoTo } from '../view-props';
import styles from './SearchBox.module.css';

/** It is searched after this pause in typing. */
const PAUSE_MS = 200;
/** As many as an address keeps. */
const MAX_LENGTH = 200;
const MAX_VIEWERS = 6;

interface SearchBoxProps {
  db: Database;
  /** What is searched for; empty for nothing. */
  search: string;
  go: GoTo;
  box: RefObject<HTMLInputElement | null>;
}

/** Searches for viewers and words while the user types, and suggests viewers of that name. */
export function SearchBox({ db, search, go, box }: SearchBoxProps) {
  const id = useId();
  const { typed, type, apply } = useTyped(search, go);
  const viewers = useLiveQuery<readonly MatchingViewer[]>(
    async () => (search === '' ? [] : await matchingViewers(db, search, MAX_VIEWERS)),
    [db, search],
  ).value;
  const options = viewers ?? [];
  const combobox = useCombobox({
    options,
    opensOnFocus: false,
    onChoose: (viewer) => go({ viewerId: viewer.id, search: '' }),
  });
  return (
    <form
      class={styles.form}
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        combobox.close();
        apply();
      }}
    >
      <label for={id}>
        <InvisibleText>{t('log_filter.search')}</InvisibleText>
      </label>
      <input
        ref={box}
        id={id}
        class={styles.box}
        type="search"
        // The suggestions are no list of the browser's.
        list={undefined}
        value={typed}
        placeholder={t('log_filter.placeholder')}
        maxLength={MAX_LENGTH}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        {...combobox.box}
        onInput={(event) => {
          combobox.onTyped();
          type(event.currentTarget.value);
        }}
      />
      <div class={styles.list} {...combobox.list} aria-label={t('log_filter.viewers')}>
        {combobox.isOpen &&
          options.map((viewer) => (
            <OptionItem key={viewer.id} {...combobox.optionOf(viewer)}>
              <ViewerName viewer={viewer} />
            </OptionItem>
          ))}
      </div>
      <LiveRegion>
        {combobox.isOpen &&
          t('log_filter.viewers_found', { count: options.length }, options.length)}
      </LiveRegion>
    </form>
  );
}

function ViewerName({ viewer }: { viewer: MatchingViewer }) {
  return (
    <>
      <UntrustedText text={viewer.name} class={styles.name} />
      {differsFromLogin(viewer) && (
        <>
          {' '}
          (<UntrustedText text={viewer.login} dir="ltr" />)
        </>
      )}
    </>
  );
}

/** Returns what is in the box, and makes the address follow it once the user pauses. */
function useTyped(search: string, go: GoTo) {
  const [draft, setDraft] = useState<string>();
  useLayoutEffect(() => setDraft(undefined), [search]);

  function apply(): void {
    if (draft === undefined || draft === search) return;
    // Each letter is no place to go back to, but what was there before the search is.
    go({ search: draft }, { isReplacing: search !== '' });
  }
  useEffect(() => {
    if (draft === undefined) return undefined;
    return systemClock.after(PAUSE_MS, apply);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for what was typed
  }, [draft]);

  return { typed: draft ?? search, type: setDraft, apply };
}
