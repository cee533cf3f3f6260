import { describe, expect, it } from 'vitest';
import { withTextScale } from './text-scale.ts';

describe('the sizes of texts in a style sheet', () => {
  it.each([
    ['.a { font-size: 13px; }', '.a { font-size: calc(13px * var(--text-scale)); }'],
    ['.a{line-height:20px}', '.a{line-height:calc(20px * var(--text-scale))}'],
    [
      '.a {\n  font:\n    12.5px / 18px ui-monospace,\n    monospace;\n}',
      '.a {\n  font:\n    calc(12.5px * var(--text-scale)) / calc(18px * var(--text-scale)) ui-monospace,\n    monospace;\n}',
    ],
  ])('follow the chosen one: %s', (css, scaled) => {
    expect(withTextScale(css)).toBe(scaled);
  });

  it.each([
    '.a { line-height: 1.4; font-size: 0.9em; }',
    '.font-size { width: 13px; }',
    '.a { font-family: var(--font); height: 32px; }',
    '.a { font: inherit; }',
  ])('are left alone if they follow another one, and so is everything else: %s', (css) => {
    expect(withTextScale(css)).toBe(css);
  });
});
