import { HOUR, MINUTE } from '@/lib/time';
import { t } from './text';

/** Returns a length of time in hours and minutes, such as `3h 7m`; less than a minute is `0m`. */
export function lengthText(ms: number): string {
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const parts = [
    ...(hours > 0 ? [unitText(hours, 'hour')] : []),
    ...(minutes > 0 || hours === 0 ? [unitText(minutes, 'minute')] : []),
  ];
  const language = t('app.language');
  return new Intl.ListFormat(language, { type: 'unit', style: 'narrow' }).format(parts);
}

function unitText(amount: number, unit: 'hour' | 'minute'): string {
  const style = { style: 'unit', unit, unitDisplay: 'narrow' } as const;
  return new Intl.NumberFormat(t('app.language'), style).format(amount);
}
