import { render, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { Connection } from '@/lib/domain/connection/connection';
import { setUpScreen } from '@/tests/support/screens/screen';
import { ConnectionStatus } from './ConnectionStatus';

setUpScreen();

const full: Connection = { state: 'listening', problem: 'storage_full' };
const link = () => screen.getByRole('link', { name: 'Recorded events' });

describe('the problem that the storage is full', () => {
  it('leads to the setting on the options page', () => {
    render(<ConnectionStatus connection={full} optionsUrl="ext:/options.html" />);
    expect(link().getAttribute('href')).toBe('ext:/options.html#history');
    expect(link().getAttribute('target')).toBe('_blank');
  });

  it('leads to the setting on the same page, without a new tab', () => {
    render(<ConnectionStatus connection={full} optionsUrl="" />);
    expect(link().getAttribute('href')).toBe('#history');
    expect(link().getAttribute('target')).toBeNull();
    expect(screen.getByRole('status').textContent).not.toContain('in the options');
  });

  it('has no link where the options cannot be opened', () => {
    render(<ConnectionStatus connection={full} />);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByRole('status').textContent).toContain('in the options');
  });
});
