import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach } from 'vitest';
import { useEnglish } from './english';

/** For tests that render: the English texts before each, an empty page after. */
export function setUpScreen(): void {
  beforeEach(useEnglish);
  afterEach(cleanup);
}
