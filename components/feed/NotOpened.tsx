import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';

/** Says why the database cannot be opened, with a link if the options can help. */
export function NotOpened({ problem, optionsUrl }: { problem: Problem; optionsUrl: string }) {
  return (
    <div class="failed">
      <Notice>
        {t(`problem.${problem}`)}{' '}
        {problem === 'database_damaged' && (
          <a href={optionsUrl} target="_blank" rel="noopener noreferrer">
            {t('action.go_to_options')}
          </a>
        )}
      </Notice>
    </div>
  );
}
