import { render, screen, within } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { clientIdItem } from '@/lib/settings/client-id';
import { readSettings, storeSettings } from '@/lib/settings/settings';
import { fakeSend } from '@/tests/support/fake-send';
import { freshDatabase } from '@/tests/support/fresh-database';
import { setUpScreen } from '@/tests/support/screen';
import { until } from '@/tests/support/until';
import { App } from './App';

setUpScreen();

const REDIRECT = 'https://abc.chromiumapp.org/';

function open(hasBuiltInClientId = false) {
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

describe('the Client ID', () => {
  it('is stored without the spaces around it', async () => {
    const { user } = open();
    await user.type(box(), '  test-client ');
    await user.click(save());
    expect(await screen.findByText('Saved. Your next sign-in uses this Client ID.')).toBeDefined();
    expect(await clientIdItem.getValue()).toBe('test-client');
  });

  it('is shown when there is one, and removed by an empty box', async () => {
    await clientIdItem.setValue('stored-client');
    const { user } = open();
    await screen.findByDisplayValue('stored-client');
    await user.clear(box());
    await user.click(save());
    expect(await screen.findByText('Removed.')).toBeDefined();
    expect(await clientIdItem.getValue()).toBe('');
  });

  it('is refused with a space in it', async () => {
    const { user } = open();
    await user.type(box(), 'two words');
    await user.click(save());
    expect(screen.getByRole('alert').textContent).toContain('A Client ID has no spaces');
    expect(await clientIdItem.getValue()).toBe('');
  });

  it.each([
    [true, 'This build contains a Client ID'],
    [false, 'This build contains no Client ID'],
  ])('is explained where the build brings one: %s', (hasBuiltIn, words) => {
    open(hasBuiltIn);
    expect(screen.getByText(words, { exact: false })).toBeDefined();
  });
});

describe('the redirect URL', () => {
  it('is there to be copied', async () => {
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

describe('how long events are kept', () => {
  it('is half a year unless something else is chosen, which is stored at once', async () => {
    const { user } = open();
    const days = await screen.findByRole('combobox', { name: 'Keep events' });
    expect(days).toHaveProperty('value', '180');
    await user.selectOptions(days, 'For ever');
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

  it('may be what another machine chose', async () => {
    await storeSettings({ retention: { days: 7, events: 1, makeRoom: false } });
    open();
    const days = await screen.findByRole('combobox', { name: 'Keep events' });
    expect(days).toHaveProperty('value', '7');
    expect(screen.getByRole('option', { name: '1 event', selected: true })).toBeDefined();
  });
});

describe('the diagnostics', () => {
  it('can be copied', async () => {
    const { user } = open();
    await user.click(screen.getByText('Show the report'));
    const report = await screen.findByLabelText('Diagnostics', { selector: 'pre' });
    expect(report.textContent).toContain('version: 1.2.3');
    const section = screen.getByRole('region', { name: 'Diagnostics' });
    await user.click(within(section).getByRole('button', { name: 'Copy' }));
    expect(await within(section).findByRole('button', { name: 'Copied' })).toBeDefined();
    expect(await navigator.clipboard.readText()).toBe(report.textContent);
  });
});

describe('deleting the history', () => {
  it('asks first', async () => {
    const { send, user } = open();
    await user.click(screen.getByRole('button', { name: 'Delete recorded events' }));
    const dialog = screen.getByRole('dialog', { name: 'Delete all recorded events?' });
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(send.sent).toEqual([]);
  });

  it('deletes when that is what was meant', async () => {
    const { send, user } = open();
    await user.click(screen.getByRole('button', { name: 'Delete recorded events' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('All recorded events are deleted.')).toBeDefined();
    expect(send.sent).toEqual([['history/delete', {}]]);
  });
});
