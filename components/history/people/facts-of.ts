import type { Amounts } from '@/lib/domain/people/amounts';
import { t } from '@/lib/i18n/text';

/** How much somebody has of everything, in words; nothing if there is none of it. */
export function factsOf(amounts: Amounts): string {
  const { gifts, bombs, bits, raids, streak, months } = amounts;
  const facts = [
    gifts > 0 && t('people.fact.gifts', { count: gifts }, gifts),
    bombs > 0 && t('people.fact.bombs', { count: bombs, biggest: amounts.biggest_bomb }, bombs),
    bits > 0 && t('people.fact.bits', { count: bits, biggest: amounts.biggest_cheer }, bits),
    raids > 0 && t('people.fact.raids', { count: raids, biggest: amounts.biggest_raid }, raids),
    streak > 0 && t('people.fact.streak', { count: streak }, streak),
    months > 0 && t('people.fact.months', { count: months }, months),
  ];
  return facts.filter((fact) => fact !== false).join(' · ');
}
