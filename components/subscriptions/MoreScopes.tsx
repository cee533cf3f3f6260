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

const TEXTS = {
  moderator: {
    action: 'receiving.more_scopes.moderator',
    why: 'receiving.more_scopes.moderator_why',
  },
  streamer: { action: 'receiving.more_scopes.streamer', why: 'receiving.more_scopes.streamer_why' },
  moderation: {
    action: 'recording.more_scopes.moderation',
    why: 'recording.more_scopes.moderation_why',
  },
  redemptions: {
    action: 'recording.more_scopes.redemptions',
    why: 'recording.more_scopes.redemptions_why',
  },
} as const satisfies Record<OfferedScopes, unknown>;

interface MoreScopesProps {
  /** The scopes to offer; `null` if there is nothing to offer. */
  offer: OfferedScopes | null;
  requestScopes: (scopes: OfferedScopes) => Promise<Reply<null>>;
}

/** Explains what additional scopes are for, with a button that requests them. */
export function MoreScopes({ offer, requestScopes }: MoreScopesProps) {
  const request = useCommand(requestScopes);
  const [isGranted, setIsGranted] = useState(false);

  async function requestOffer(scopes: OfferedScopes): Promise<void> {
    setIsGranted(false);
    const reply = await request.run(scopes);
    setIsGranted(reply.ok);
  }

  return (
    <>
      {offer !== null && (
        <div class={styles.offer}>
          <p>{t(TEXTS[offer].why)}</p>
          {offer === 'moderation' && <ModerationScopes />}
          <div>
            <Button isBusy={request.isBusy} onClick={() => void requestOffer(offer)}>
              {t(TEXTS[offer].action)}
            </Button>
          </div>
        </div>
      )}
      {request.problem !== null && <Notice>{t(`problem.${request.problem}`)}</Notice>}
      <div class={styles.outcome} role="status">
        {isGranted && <SuccessMessage>{t('receiving.more_scopes.allowed')}</SuccessMessage>}
      </div>
    </>
  );
}
