import { Notice } from '@/components/ui/Notice';
import type { Problem } from '@/lib/domain/problem';
import { t } from '@/lib/i18n/text';

/** Says that a choice of the user was not saved, and why if that is known. */
export function NotSaved({ problem }: { problem: Problem }) {
  return <Notice>{t(problem === 'unknown' ? 'filter.not_saved' : `problem.${problem}`)}</Notice>;
}
