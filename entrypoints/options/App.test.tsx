import { render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { clientIdItem } from '@/lib/settings/client-id';
import { readSettings, storeSettings } from '@/lib/settings/settings';
import { freshDatabase } from '@/tests/support/database/fresh-database';
import { fakeSend } from '@/tests/support/fakes/fake-send';
import { setUpScreen } from '@/tests/support/screens/screen';
import { until } from '@/tests/support/until';
import { App } from './App';

setUpScreen();

const REDIRECT = 'https://abc.chromiumapp.org/';

/** Opens the options at a section. */
function open(section = 'application', hasBuiltInClientId = false) {
  location.hash = `#${section}`;
  const send = fakeSend();
  render(
    <App
      db={freshDatabase()}
      send={send}
      redirectUrl={REDIRECT}
      hasBuiltInClientId={hasBuiltInClientId}
      version="1.2.3"
    />,
  );
  return { send, user: userEvent.setup() };
}

const box = () => screen.getByRole('textbox', { name: 'Client ID' });
const save = () => screen.getByRole('button', { name: 'Save' });

describe('options: Client ID', () => {
  it('is stored without surrounding spaces', async () => {
    const { user } = open();
    await user.type(box(), '  test-client ');
    await user.click(save());
    expect(await screen.findByText('Saved. Your next sign-in uses this Client ID.')).toBeDefined();
    expect(await clientIdItem.getValue()).toBe('test-client');
  });

  it('is shown if stored, and removed when the box is emptied', async () => {
    await clientIdItem.setValue('stored-client');
    const { user } = open();
    await screen.findByDisplayValue('stored-client');
    await user.clear(box());
    await user.click(save());
    expect(await screen.findByText('Removed.')).toBeDefined();
    expect(await clientIdItem.getValue()).toBe('');
  });

  it('is rejected if it contains a space', async () => {
    const { user } = open();
    await user.type(box(), 'two words');
    await user.click(save());
    expect(screen.getByRole('alert').textContent).toContain('A Client ID has no spaces');
    expect(await clientIdItem.getValue()).toBe('');
  });

  it.each([
    [true, 'This build contains a Client ID'],
    [false, 'This build contains no Client ID'],
  ])('is explained for a build that has one: %s', (hasBuiltIn, text) => {
    open('application', hasBuiltIn);
    expect(screen.getByText(text, { exact: false })).toBeDefined();
  });
});

describe('options: redirect URL', () => {
  it('can be copied', async () => {
    const { user } = open();
    expect(screen.getByRole('textbox', { name: 'OAuth Redirect URL' })).toHaveProperty(
      'value',
      REDIRECT,
    );
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe(REDIRECT);
  });
});

describe('options: retention', () => {
  it('is half a year by default, and stores a change at once', async () => {
    const { user } = open('history');
    const days = await screen.findByRole('combobox', { name: 'Keep events' });
    expect(days).toHaveProperty('value', '180');
    await user.selectOptions(days, 'Forever');
    await user.selectOptions(screen.getByRole('combobox', { name: 'At most' }), '50,000 events');
    await user.click(screen.getByRole('checkbox', { name: /no room left/ }));
    await until(async () =>
      expect((await readSettings()).retention).toEqual({
        days: null,
        events: 50_000,
        makeRoom: true,
      }),
    );
  });

  it('shows limits from another machine that are not among the options', async () => {
    await storeSettings({ retention: { days: 7, events: 1, makeRoom: false } });
    open('storage');
    const days = await screen.findByRole('combobox', { name: 'Keep events' });
    expect(days).toHaveProperty('value', '7');
    expect(screen.getByRole('option', { name: '1 event', selected: true })).toBeDefined();
  });
});

describe('options: diagnostics', () => {
  it('can be copied', async () => {
    const { user } = open('diagnostics');
    const report = await screen.findByLabelText('Diagnostics', { selector: 'pre' });
    expect(report.textContent).toContain('version: 1.2.3');
    const section = screen.getByRole('region', { name: 'Diagnostics' });
    await user.click(within(section).getByRole('button', { name: 'Copy' }));
    expect(await within(section).findByRole('button', { name: 'Copied' })).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe(report.textContent);
  });
});

describe('options: deleting the history', () => {
  it('asks for confirmation', async () => {
    const { send, user } = open('storage');
    await user.click(screen.getByRole('button', { name: 'Delete recorded events' }));
    const dialog = screen.getByRole('dialog', { name: 'Delete all recorded events?' });
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(send.sent).toEqual([]);
  });

  it('deletes all events after confirmation', async () => {
    const { send, user } = open('storage');
    await user.click(screen.getByRole('button', { name: 'Delete recorded events' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('All recorded events are deleted.')).toBeDefined();
    expect(send.sent).toEqual([['history/delete', {}]]);
  });
});
