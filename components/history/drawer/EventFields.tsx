import { UntrustedText } from '@/components/text/UntrustedText';
import type { StreamEvent } from '@/lib/domain/event/event';
import { type FieldValue, fieldsOf } from '@/lib/domain/view/event-fields';
import { t } from '@/lib/i18n/text';
import styles from './EventFields.module.css';

/** All fields of an event, under their names in the log. */
export function EventFields({ event }: { event: StreamEvent }) {
  return (
    <dl class={styles.fields}>
      {fieldsOf(event).map(({ name, value }) => (
        <div key={name} class={styles.field}>
          <dt class={styles.name}>
            <UntrustedText text={name} dir="ltr" />
          </dt>
          <dd class={styles.value}>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value }: { value: FieldValue }) {
  if (value === null || value === '') return <i>{t('drawer.none')}</i>;
  // As the log writes it, so that it can be found there.
  return <UntrustedText text={String(value)} />;
}
