import type { Suggest } from '@/components/hooks/use-suggestions';
import { StreamerForm } from '@/components/streamers/StreamerForm';
import type { Streamer } from '@/lib/domain/channel/channel';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import type { Clock } from '@/lib/time';

interface FavoriteFormProps {
  favorite: Streamer | null;
  setFavorite: (userName: string) => Promise<Reply<Streamer>>;
  suggest: Suggest;
  clock?: Clock;
}

/** The form to choose the favorite streamer. */
export function FavoriteForm({ favorite, setFavorite, ...rest }: FavoriteFormProps) {
  return (
    <StreamerForm
      {...rest}
      label={t('favorite.label')}
      action={t('action.save')}
      current={favorite?.login ?? ''}
      submit={setFavorite}
    />
  );
}
