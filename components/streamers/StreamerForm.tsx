import { useState } from 'preact/hooks';
import { SuggestedChannel } from '@/components/favorite/SuggestedChannel';
import { useCommand } from '@/components/hooks/use-command';
import { type Suggest, useSuggestions } from '@/components/hooks/use-suggestions';
import { Combobox } from '@/components/ui/form/Combobox';
import type { Streamer } from '@/lib/domain/channel/channel';
import type { Suggestion } from '@/lib/domain/channel/suggestion';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { type Clock, systemClock } from '@/lib/time';

interface StreamerFormProps {
  label: string;
  /** The text of the button. */
  action: string;
  /** The text in the box until the user types. */
  current: string;
  submit: (userName: string) => Promise<Reply<Streamer>>;
  /** Called after Twitch has confirmed the name. */
  onDone?: (streamer: Streamer) => void;
  suggest: Suggest;
  /** True to suggest channels in the empty box, as soon as it has the focus. */
  suggestsAtOnce?: boolean;
  /** Returns true for a channel to suggest. */
  isOffered?: (channel: Suggestion) => boolean;
  clock?: Clock;
}

/** A form to choose a streamer. The typed text stays until Twitch has confirmed it. */
export function StreamerForm(props: StreamerFormProps) {
  const { current, submit, onDone, suggest, suggestsAtOnce = false, clock = systemClock } = props;
  const { isOffered = () => true } = props;
  const [draft, setDraft] = useState<string>();
  /** The text to suggest channels for. Empty again after it was submitted. */
  const [query, setQuery] = useState('');
  const isAsked = suggestsAtOnce || query.trim() !== '';
  const suggestions = useSuggestions(isAsked ? query.trim() : null, suggest, clock).filter(
    isOffered,
  );
  const saving = useCommand(submit);
  const userName = draft ?? current;

  async function save(name: string): Promise<void> {
    setQuery('');
    const reply = await saving.run(name);
    if (!reply.ok) return;
    // The user may have typed something else in the meantime.
    setDraft((latest) => (latest === name ? undefined : latest));
    onDone?.(reply.value);
  }

  function choose({ login }: Streamer): void {
    if (saving.isBusy) return;
    setDraft(login);
    void save(login);
  }

  return (
    <Combobox
      label={props.label}
      value={userName}
      placeholder={t('favorite.placeholder')}
      action={props.action}
      isBusy={saving.isBusy}
      problem={saving.problem === null ? undefined : t(`problem.${saving.problem}`)}
      options={suggestions}
      opensOnFocus={suggestsAtOnce}
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
