import { useChosen } from '@/components/hooks/use-chosen';
import { useCommand } from '@/components/hooks/use-command';
import { useSyncedChoices } from '@/components/hooks/use-synced-choices';
import { star, x } from '@/components/ui/icons';
import { type MenuAction, MenuButton } from '@/components/ui/menu/MenuButton';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';
import type { send } from '@/lib/messaging/client';
import type { IndexedStreamer } from '@/lib/settings/feed';
import styles from './StreamerMenu.module.css';

interface StreamerMenuProps {
  /** The id of the account that listens. */
  accountId: string;
  streamer: IndexedStreamer;
  send: typeof send;
  onFavorite: () => void;
  onRemoved: () => void;
}

/** What can be done with a streamer of the list. */
export function StreamerMenu(props: StreamerMenuProps) {
  const { accountId, streamer, send, onFavorite, onRemoved } = props;
  const { id: streamerId, login, name, isFavorite } = streamer;
  const choose = (choices: { isMuted?: boolean; recordsCheers?: boolean }) =>
    send('streamers/choose', { streamerId, choices });
  const mute = useChosen(streamer.isMuted, (isMuted) => choose({ isMuted }));
  const isRecording = useSyncedChoices(accountId)?.recordsCheers(streamerId) ?? false;
  const cheers = useChosen(isRecording, (recordsCheers) => choose({ recordsCheers }));
  const favorite = useCommand(() => send('favorite/set', { userName: login }));
  const removing = useCommand(() => send('streamers/remove', { streamerId }));

  const actions: MenuAction[] = [
    {
      text: t('streamers.make_favorite'),
      detail: t('streamers.make_favorite_why'),
      icon: star,
      onChoose: () => void favorite.run().then(({ ok }) => ok && onFavorite()),
    },
    {
      text: t('streamers.cheers'),
      detail: t('streamers.cheers_why'),
      isChecked: cheers.isOn,
      onChoose: cheers.toggle,
    },
    {
      text: t('streamers.mute'),
      detail: t('streamers.mute_why'),
      isChecked: mute.isOn,
      onChoose: mute.toggle,
    },
    {
      text: t('streamers.stop'),
      detail: t('streamers.stop_why'),
      icon: x,
      onChoose: () => void removing.run().then(({ ok }) => ok && onRemoved()),
    },
  ];
  const problem = favorite.problem ?? removing.problem ?? cheers.problem ?? mute.problem;
  return (
    <>
      <MenuButton
        label={t('streamers.menu', { name })}
        // All cheers of the favorite are recorded, and it leaves the list only for another favorite.
        actions={isFavorite ? actions.slice(2, 3) : actions}
      />
      {problem !== null && (
        <div class={styles.problem}>
          <Notice>{t(`problem.${problem}`)}</Notice>
        </div>
      )}
    </>
  );
}
