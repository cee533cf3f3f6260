import { type Figure, isReached, median } from './figure.ts';

const COLUMNS = ['what', 'measured', 'baseline', 'ratio', 'reach', ''] as const;

/** Returns a number as people read it. */
function short(value: number): string {
  if (Number.isNaN(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** Returns the median with the lowest and the highest value. */
function withSpread(values: readonly number[], unit: string): string {
  const text = `${short(median(values))} ${unit}`;
  if (values.length < 2) return text;
  return `${text} (${short(Math.min(...values))}–${short(Math.max(...values))})`;
}

function row(figure: Figure): string[] {
  const { what, values, unit, baseline, reach } = figure;
  const reached = isReached(figure);
  const ratio = baseline === undefined ? Number.NaN : median(values) / median(baseline.values);
  return [
    what,
    withSpread(values, unit),
    baseline === undefined ? '–' : `${withSpread(baseline.values, unit)}: ${baseline.what}`,
    short(ratio),
    reach?.text ?? '–',
    reached === null ? '' : reached ? 'reached' : 'NOT REACHED',
  ];
}

/** Returns figures as a table for people, with columns of equal width. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [[...COLUMNS], ...figures.map(row)];
  const widths = COLUMNS.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}
