import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '@/components/ui/Notice';
import { t } from '@/lib/i18n/text';

/** A part of the page whose code is not loaded with it. */
export interface LatePart<Props> {
  Part: ComponentType<Props>;
  /** Loads the code, so that the part is there at once when it is shown. Never rejects. */
  load(): Promise<void>;
}

/** Creates a component whose code `load` loads when it is shown first, if that has not happened before. */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LatePart<Props> {
  let loaded: ComponentType<Props> | 'failed' | undefined;

  async function loadOnce(): Promise<void> {
    if (loaded !== undefined && loaded !== 'failed') return;
    loaded = await load().catch(() => 'failed' as const);
  }

  function Part(props: Props) {
    const [, setLoads] = useState(0);
    useEffect(() => {
      if (typeof loaded === 'function') return;
      void loadOnce().then(() => setLoads((loads) => loads + 1));
    }, []);
    // After an update of the extension, the files of the version before are gone.
    if (loaded === 'failed') return <Notice>{t('history.part_failed')}</Notice>;
    if (loaded === undefined) return <p class="empty">{t('feed.loading')}</p>;
    const Loaded = loaded;
    return <Loaded {...props} />;
  }

  return { Part, load: loadOnce };
}
