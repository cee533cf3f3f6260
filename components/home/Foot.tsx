import { useState } from 'preact/hooks';
import { SignIn } from '@/components/account/SignIn';
import { CountsDialog } from '@/components/counts/CountsDialog';
import { ConnectionStatus } from '@/components/feed/ConnectionStatus';
import { PanelHint } from '@/components/feed/PanelHint';
import { useCommand } from '@/components/hooks/use-command';
import { useStorageItem } from '@/components/hooks/use-storage-item';
import type { StreamerTabsState } from '@/components/streamers/use-streamer-tabs';
import { MessageText } from '@/components/text/MessageText';
import { IconButton, IconLink } from '@/components/ui/form/IconButton';
import {
  chartColumn,
  history,
  info,
  logOut,
  panelRight,
  pictureInPicture2,
  settings,
} from '@/components/ui/icons';
import { type MenuAction, MenuButton } from '@/components/ui/menu/MenuButton';
import type { Database } from '@/lib/db/database';
import { isTrouble, troubleSince } from '@/lib/domain/connection/trouble';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import { journalItem } from '@/lib/settings/connection-journal';
import type { FeedIndex } from '@/lib/settings/feed';
import styles from './Foot.module.css';
import { Mend } from './Mend';
import type { PageActions } from './page-actions';
import { Since } from './Since';

interface FootProps {
  index: FeedIndex;
  tabs: Pick<StreamerTabsState, 'focus'>;
  db: Database;
  /** Why the database cannot be opened. */
  openProblem: Problem | null;
  send: typeof send;
  optionsUrl: string;
  page: PageActions;
}

/** The bottom line: the state of the connection, and the ways to other views. */
export function Foot(props: FootProps) {
  const { index, page, send, optionsUrl } = props;
  const { account, streamers, connection } = index;
  const isWrong = isTrouble(connection);
  const signOut = useCommand(() => send('auth/signOut', {}));
  const hasEnded = account === null && streamers.length > 0;
  return (
    <footer class={styles.foot} data-wrong={isWrong || hasEnded}>
      <div class={styles.line}>
        <ConnectionStatus
          connection={connection}
          since={isWrong && <TroubleSince index={index} />}
        />
        <Actions {...props} signOut={() => void signOut.run()} />
      </div>
      {signOut.problem !== null && (
        <p class={styles.problem} role="alert">
          {t(`problem.${signOut.problem}`)}
        </p>
      )}
      {hasEnded && (
        <div class={styles.ended}>
          <SignIn
            lastProblem={connection.state === 'signed_out' ? connection.problem : null}
            hasEnded
            signIn={() => send('auth/begin', {})}
            optionsUrl={optionsUrl}
          />
        </div>
      )}
      <Mend {...props} />
      {!isWrong && !hasEnded && <PanelHint reloadTab={page.reloadTab} />}
    </footer>
  );
}

function TroubleSince({ index: { connection, publishedAt } }: { index: FeedIndex }) {
  const journal = useStorageItem(journalItem);
  // Nobody writes the journal while nothing runs.
  const isRunning = !('problem' in connection) || connection.problem !== 'not_running';
  const since = isRunning ? journal && troubleSince(journal) : publishedAt;
  return since ? <Since time={since} /> : null;
}

function Actions(props: FootProps & { signOut: () => void }) {
  const { index, db, openProblem, optionsUrl, page } = props;
  const [isCounting, setIsCounting] = useState(false);
  return (
    <div class={styles.actions}>
      {openProblem === null && index.streamers.length > 0 && (
        <IconButton
          icon={chartColumn}
          label={t('counts.title')}
          onClick={() => setIsCounting(true)}
        />
      )}
      <IconButton icon={history} label={t('history.title')} onClick={() => page.showHistory()} />
      {page.popOut !== undefined && (
        <IconButton icon={pictureInPicture2} label={t('popup.pop_out')} onClick={page.popOut} />
      )}
      <IconLink icon={settings} label={t('action.open_options')} href={optionsUrl} />
      <div class={styles.menu}>
        <MenuButton
          label={t('popup.menu')}
          heading={
            index.account === null ? undefined : (
              <MessageText
                message={{ message: 'account.signed_in', params: { name: index.account.name } }}
              />
            )
          }
          actions={menuOf(props)}
        />
      </div>
      {isCounting && <CountsDialog db={db} onClose={() => setIsCounting(false)} />}
    </div>
  );
}

function menuOf(props: FootProps & { signOut: () => void }): MenuAction[] {
  const { index, optionsUrl, page, signOut } = props;
  return [
    { text: t('receiving.title'), icon: info, href: `${optionsUrl}#receiving` },
    ...(page.openSidePanel === undefined
      ? []
      : [{ text: t('popup.side_panel'), icon: panelRight, onChoose: page.openSidePanel }]),
    ...(index.account === null
      ? []
      : [{ text: t('action.sign_out'), icon: logOut, onChoose: signOut }]),
  ];
}
