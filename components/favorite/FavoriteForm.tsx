import { useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
import { type Suggest, useSuggestions } from '@/components/hooks/use-suggestions';
import { Combobox } from '@/components/ui/form/Combobox';
import type { Streamer } from '@/lib/domain/channel/channel';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { type Clock, systemClock } from '@/lib/time';
import { SuggestedChannel } from './SuggestedChannel';

interface FavoriteFormProps {
  favorite: Streamer | null;
  setFavorite: (userName: string) => Promise<Reply<Streamer>>;
  suggest: Suggest;
  clock?: Clock;
}

/** The form to choose the favorite streamer. The typed text stays until Twitch has confirmed it. */
export function FavoriteForm(props: FavoriteFormProps) {
  const { favorite, setFavorite, suggest, clock = systemClock } = props;
  const [draft, setDraft] = useState<string>();
  /** The text to suggest channels for. Empty again after saving. */
  const [query, setQuery] = useState('');
  const suggestions = useSuggestions(query, suggest, clock);
  const saving = useCommand(setFavorite);
  const userName = draft ?? favorite?.login ?? '';

  async function save(name: string): Promise<void> {
    setQuery('');
    const reply = await saving.run(name);
    // The user may have typed something else in the meantime.
    if (reply.ok) setDraft((current) => (current === name ? undefined : current));
  }

  function choose({ login }: Streamer): void {
    if (saving.isBusy) return;
    setDraft(login);
    void save(login);
  }

  return (
    <Combobox
      label={t('favorite.label')}
      value={userName}
      placeholder={t('favorite.placeholder')}
      action={t('action.save')}
      isBusy={saving.isBusy}
      problem={saving.problem === null ? undefined : t(`problem.${saving.problem}`)}
      options={suggestions}
      listLabel={t('favorite.suggestions')}
      summary={t('favorite.suggested', { count: suggestions.length }, suggestions.length)}
      renderOption={(channel) => <SuggestedChannel channel={channel} />}
      onInput={(text) => {
        setDraft(text);
        setQuery(text);
      }}
      onChoose={choose}
      onSubmit={() => void save(userName)}
    />
  );
}
