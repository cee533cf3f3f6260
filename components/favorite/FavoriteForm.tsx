import { useState } from 'preact/hooks';
import { t } from '@/components/text/text';
import { TextField } from '@/components/ui/TextField';
import { useCommand } from '@/components/ui/use-command';
import type { Streamer } from '@/lib/domain/channel';
import type { Reply } from '@/lib/messaging/protocol';

interface FavoriteFormProps {
  favorite: Streamer | null;
  setFavorite: (userName: string) => Promise<Reply<Streamer>>;
}

/** Names the favorite streamer. What was typed stays until Twitch has confirmed it. */
export function FavoriteForm({ favorite, setFavorite }: FavoriteFormProps) {
  const [draft, setDraft] = useState<string>();
  const saving = useCommand(setFavorite);
  const userName = draft ?? favorite?.login ?? '';

  async function save(): Promise<void> {
    const reply = await saving.run(userName);
    if (reply.ok) setDraft(undefined);
  }

  return (
    <TextField
      label={t('favorite.label')}
      value={userName}
      placeholder={t('favorite.placeholder')}
      action={t('action.save')}
      isBusy={saving.isBusy}
      problem={saving.problem === null ? undefined : t(`problem.${saving.problem}`)}
      onInput={setDraft}
      onSubmit={() => void save()}
    />
  );
}
