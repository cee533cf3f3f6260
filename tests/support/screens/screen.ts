import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach } from 'vitest';
import { installEnglish } from '../english';

/** Prepares tests that render: loads the English texts before each test, and cleans up after it. */
export function setUpScreen(): void {
  beforeEach(installEnglish);
  afterEach(cleanup);
}
