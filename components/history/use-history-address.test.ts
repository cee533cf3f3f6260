import { act, renderHook } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { keepPlace, setWaitingPlace } from './feed/place';
import { useHistoryAddress } from './use-history-address';

it('keeps the place of a list that was scrolled just before, with the address that is left', async () => {
  history.replaceState(null, '', '/history.html');
  const { result } = renderHook(useHistoryAddress);
  const place = { after: null, row: 'row', offset: 3 };
  let kept = 0;
  setWaitingPlace(() => {
    kept += 1;
    expect(location.search).toBe('');
    keepPlace(place);
  });
  await act(() => result.current.go({ viewerId: '7' }));
  expect(location.search).toBe('?viewer=7');
  expect(history.state).toBeNull();
  await act(() => result.current.go({ viewerId: null }));
  expect(kept).toBe(1);
});
