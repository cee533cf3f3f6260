import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { installEnglish } from '@/tests/support/english';
import { formatNumber, readCatalogWith, t } from './text';

afterEach(() => readCatalogWith(() => undefined));

describe('a script that brings its texts along', () => {
  it('asks the browser only for texts that it lacks, and once for each', () => {
    installEnglish();
    const ask = vi.spyOn(fakeBrowser.i18n, 'getMessage');
    readCatalogWith((key) => (key === 'action.watch' ? 'Watch' : undefined));
    expect([t('action.watch'), t('action.copy'), t('action.copy')]).toEqual([
      'Watch',
      'Copy',
      'Copy',
    ]);
    expect(ask.mock.calls).toEqual([['action_copy']]);
  });
});

describe('a number', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [-1, '-1'],
    [2.5, '2.5'],
  ])('%d is written as %s', (value, text) => {
    installEnglish();
    expect(formatNumber(value)).toBe(text);
  });

  it('needs no formatter while it is small, because the first one takes milliseconds', () => {
    installEnglish();
    const create = vi.spyOn(Intl, 'NumberFormat');
    formatNumber(12);
    expect(create).not.toHaveBeenCalled();
  });
});
