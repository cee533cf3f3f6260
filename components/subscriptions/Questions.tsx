import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { t } from '@/lib/i18n/text';
import styles from './Questions.module.css';

/** Why something that others may see is missing here; nothing where nothing is missing. */
export function Questions({ receiving: { role, types } }: { receiving: SubscriptionReport }) {
  const hearsFollows = types.some(
    ({ kinds, state }) => kinds.includes('follow') && state === 'listening',
  );
  return (
    <>
      {!hearsFollows && role !== 'streamer' && (
        <Answered
          question={t('receiving.follows.question')}
          answer={t('receiving.follows.answer')}
        />
      )}
      {role !== 'streamer' && (
        <Answered question={t('receiving.polls.question')} answer={t('receiving.polls.answer')} />
      )}
    </>
  );
}

function Answered({ question, answer }: { question: string; answer: string }) {
  return (
    <details class={styles.question}>
      <summary class={styles.summary}>{question}</summary>
      <p class={styles.answer}>{answer}</p>
    </details>
  );
}
