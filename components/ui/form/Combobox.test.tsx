import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { setUpScreen } from '@/tests/support/screens/screen';
import { Combobox } from './Combobox';

setUpScreen();

const FRUIT = ['apple', 'banana', 'cherry'].map((id) => ({ id }));

interface Setup {
  /** The options once the user has typed. */
  fruit?: { id: string }[];
}

/** Renders a combobox that offers fruit once the user has typed, and collects what it reports. */
async function open({ fruit = FRUIT }: Setup = {}) {
  const chosen: string[] = [];
  const submitted: string[] = [];
  function Fruit() {
    const [value, setValue] = useState('');
    return (
      <Combobox
        label="Fruit"
        value={value}
        action="Eat"
        options={value === '' ? [] : fruit}
        listLabel="Kinds"
        summary={`${fruit.length} kinds`}
        renderOption={({ id }) => <b>{id}</b>}
        onInput={setValue}
        onChoose={({ id }) => void chosen.push(id)}
        onSubmit={() => void submitted.push(value)}
      />
    );
  }
  render(<Fruit />);
  const user = userEvent.setup();
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Fruit' });
  await user.click(box);
  return { user, box, chosen, submitted };
}

const list = () => screen.queryByRole('listbox', { name: 'Kinds' });
const active = () => screen.queryByRole('option', { selected: true })?.textContent;

describe('Combobox: list', () => {
  it('is open while there is a text with options', async () => {
    const { user, box } = await open();
    expect(list()).toBeNull();
    await user.type(box, 'a');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'apple',
      'banana',
      'cherry',
    ]);
    await user.clear(box);
    expect(list()).toBeNull();
  });

  it('stays closed without options', async () => {
    const { user, box } = await open({ fruit: [] });
    await user.type(box, 'a{ArrowDown}{Enter}');
    expect(list()).toBeNull();
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  it('closes when the box loses the focus', async () => {
    const { user, box } = await open();
    await user.type(box, 'a');
    await user.tab();
    expect(list()).toBeNull();
  });

  it('closes on Escape, which does nothing else and keeps the text', async () => {
    const { user, box } = await open();
    const wasPrevented: boolean[] = [];
    const onKeyDown = ({ defaultPrevented }: Event) => void wasPrevented.push(defaultPrevented);
    await user.type(box, 'a');
    document.addEventListener('keydown', onKeyDown);
    await user.keyboard('{Escape}{Escape}');
    document.removeEventListener('keydown', onKeyDown);
    expect(list()).toBeNull();
    expect(box.value).toBe('a');
    expect(wasPrevented).toEqual([true, false]);
  });

  it('opens again on an arrow key', async () => {
    const { user, box } = await open();
    await user.type(box, 'a{Escape}{ArrowDown}');
    expect(list()).not.toBeNull();
    expect(active()).toBe('apple');
  });
});

describe('Combobox: keyboard', () => {
  it.each([
    ['{ArrowDown}', 'apple'],
    ['{ArrowDown}{ArrowDown}', 'banana'],
    ['{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}', 'apple'],
    ['{ArrowUp}', 'cherry'],
    ['{ArrowUp}{ArrowUp}', 'banana'],
    ['{ArrowDown}{ArrowUp}', 'cherry'],
  ])('moves to an option, which Enter chooses: %s, %s', async (keys, expected) => {
    const { user, box, chosen, submitted } = await open();
    await user.type(box, `a${keys}`);
    expect(active()).toBe(expected);
    const option = screen.getByRole('option', { name: expected });
    expect(box.getAttribute('aria-activedescendant')).toBe(option.id);
    await user.keyboard('{Enter}');
    expect(chosen).toEqual([expected]);
    expect(submitted).toEqual([]);
    expect(list()).toBeNull();
    expect(document.activeElement).toBe(box);
  });

  it('submits the text on Enter without an active option', async () => {
    const { user, box, chosen, submitted } = await open();
    await user.type(box, 'apple pie{Enter}');
    expect(submitted).toEqual(['apple pie']);
    expect(chosen).toEqual([]);
    expect(list()).toBeNull();
  });

  it.each(['{Home}', '{End}', '{ArrowLeft}', '{ArrowRight}'])(
    'deactivates the option on %s',
    async (key) => {
      const { user, box, submitted } = await open();
      await user.type(box, `ab{ArrowDown}${key}`);
      expect(active()).toBeUndefined();
      expect(box.hasAttribute('aria-activedescendant')).toBe(false);
      expect(list()).not.toBeNull();
      await user.keyboard('{Enter}');
      expect(submitted).toEqual(['ab']);
    },
  );

  it('deactivates the option on the next letter', async () => {
    const { user, box, submitted } = await open();
    await user.type(box, 'a{ArrowDown}b{Enter}');
    expect(submitted).toEqual(['ab']);
  });

  it('moves the caret on Home and End', async () => {
    const { user, box } = await open();
    await user.type(box, 'bc{Home}a{End}d');
    expect(box.value).toBe('abcd');
  });

  it('leaves keys with Shift to the text', async () => {
    const { user, box } = await open();
    await user.type(box, 'a{Shift>}{ArrowDown}{/Shift}');
    expect(active()).toBeUndefined();
  });
});

describe('Combobox: mouse', () => {
  it('chooses an option and keeps the focus in the box', async () => {
    const { user, box, chosen } = await open();
    await user.type(box, 'a');
    await user.click(screen.getByText('banana'));
    expect(chosen).toEqual(['banana']);
    expect(list()).toBeNull();
    expect(document.activeElement).toBe(box);
  });

  it('submits on the button while the list is open', async () => {
    const { user, box, submitted } = await open();
    await user.type(box, 'a');
    await user.click(screen.getByRole('button', { name: 'Eat' }));
    expect(submitted).toEqual(['a']);
    expect(list()).toBeNull();
  });
});

describe('Combobox: screen readers', () => {
  it('announces the list and the number of options', async () => {
    const { user, box } = await open();
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(box.getAttribute('aria-autocomplete')).toBe('list');
    await user.type(box, 'a');
    expect(box.getAttribute('aria-expanded')).toBe('true');
    expect(box.getAttribute('aria-controls')).toBe(list()?.id);
    expect(screen.getByText('3 kinds').getAttribute('aria-live')).toBe('polite');
    await user.keyboard('{Escape}');
    expect(screen.queryByText('3 kinds')).toBeNull();
  });
});
