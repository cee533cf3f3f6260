import type { SubscriptionReport } from '@/lib/domain/access/subscription-report';
import { t } from '@/lib/i18n/text';
import styles from './MissingEventsHelp.module.css';

/** Explains why events are missing that others can see. Empty for the streamer, who sees all. */
export function MissingEventsHelp({ report }: { report: SubscriptionReport }) {
  const { role, types } = report;
  const receivesFollows = types.some(
    ({ kinds, state }) => kinds.includes('follow') && state === 'listening',
  );
  return (
    <>
      {!receivesFollows && role !== 'streamer' && (
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
