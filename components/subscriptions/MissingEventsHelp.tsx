import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { t } from '@/lib/i18n/text';
import styles from './MissingEventsHelp.module.css';

/** Why something that others may see is missing here; nothing where nothing is missing. */
export function MissingEventsHelp({
  receiving: { role, types },
}: {
  receiving: SubscriptionReport;
}) {
  const hearsFollows = types.some(
    ({ kinds, state }) => kinds.includes('follow') && state === 'listening',
  );
  return (
    <>
      {!hearsFollows && role !== 'streamer' && (
        <QuestionAndAnswer
          question={t('receiving.follows.question')}
          answer={t('receiving.follows.answer')}
        />
      )}
      {role !== 'streamer' && (
        <QuestionAndAnswer
          question={t('receiving.polls.question')}
          answer={t('receiving.polls.answer')}
        />
      )}
    </>
  );
}

function QuestionAndAnswer({ question, answer }: { question: string; answer: string }) {
  return (
    <details class={styles.question}>
      <summary class={styles.summary}>{question}</summary>
      <p class={styles.answer}>{answer}</p>
    </details>
  );
}
