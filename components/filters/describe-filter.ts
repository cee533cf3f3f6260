import { type Filter, type FilterChoice, isSubsOrCheers, SIZES } from '@/lib/domain/filter/filter';
import { t } from '@/lib/i18n/text';

/** More hidden choices than this are only counted. */
const MOST_NAMED = 3;

/** Returns a short text that says what a filter hides. */
export function describeFilter({ subsAndCheersOnly, hidden, least }: Filter): string {
  const effective = subsAndCheersOnly ? hidden.filter(isSubsOrCheers) : hidden;
  const parts = [
    subsAndCheersOnly ? t('filter.note.only') : '',
    hiddenText(effective),
    ...SIZES.filter((size) => least[size] > 0).map((size) =>
      t(`filter.note.${size}`, { least: least[size] }, least[size]),
    ),
  ];
  return t('filter.note.summary', { what: parts.filter((part) => part !== '').join(' · ') });
}

function hiddenText(hidden: readonly FilterChoice[]): string {
  const count = hidden.length;
  if (count === 0) return '';
  if (count > MOST_NAMED) return t('filter.note.without_many', { count }, count);
  const names = hidden.map((choice) => t(`filter.choice.${choice}`));
  return t('filter.note.without', {
    names: new Intl.ListFormat(t('app.language')).format(names),
  });
}
