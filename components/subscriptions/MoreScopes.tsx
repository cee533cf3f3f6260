import { useState } from 'preact/hooks';
import { useCommand } from '@/components/hooks/use-command';
import { Button } from '@/components/ui/form/Button';
import { Notice } from '@/components/ui/Notice';
import { SuccessMessage } from '@/components/ui/SuccessMessage';
import { t } from '@/lib/i18n/text';
import type { Reply } from '@/lib/messaging/protocol';
import { ModerationScopes } from './ModerationScopes';
import styles from './MoreScopes.module.css';
import type { OfferedScopes } from './offered-scopes';

const WORDS = {
  moderator: { action: 'receiving.rights.moderator', why: 'receiving.rights.moderator_why' },
  streamer: { action: 'receiving.rights.streamer', why: 'receiving.rights.streamer_why' },
  moderation: { action: 'recording.rights.moderation', why: 'recording.rights.moderation_why' },
  redemptions: { action: 'recording.rights.redemptions', why: 'recording.rights.redemptions_why' },
} as const satisfies Record<OfferedScopes, unknown>;

interface MoreScopesProps {
  /** What there is to allow; `null` when nothing more is to be had. */
  offer: OfferedScopes | null;
  requestScopes: (rights: OfferedScopes) => Promise<Reply<null>>;
}

/** Lets the user allow more, saying first what for. */
export function MoreScopes({ offer, requestScopes: ask }: MoreScopesProps) {
  const asking = useCommand(ask);
  const [isAllowed, setIsAllowed] = useState(false);

  async function allow(rights: OfferedScopes): Promise<void> {
    setIsAllowed(false);
    const reply = await asking.run(rights);
    setIsAllowed(reply.ok);
  }

  return (
    <>
      {offer !== null && (
        <div class={styles.offer}>
          <p>{t(WORDS[offer].why)}</p>
          {offer === 'moderation' && <ModerationScopes />}
          <div>
            <Button isBusy={asking.isBusy} onClick={() => void allow(offer)}>
              {t(WORDS[offer].action)}
            </Button>
          </div>
        </div>
      )}
      {asking.problem !== null && <Notice>{t(`problem.${asking.problem}`)}</Notice>}
      <div class={styles.outcome} role="status">
        {isAllowed && <SuccessMessage>{t('receiving.rights.allowed')}</SuccessMessage>}
      </div>
    </>
  );
}
