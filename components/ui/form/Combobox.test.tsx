import { render, screen } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { setUpScreen } from '@/tests/support/screen';
import { Combobox } from './Combobox';

setUpScreen();

const FRUIT = ['apple', 'banana', 'cherry'].map((id) => ({ id }));

interface Setting {
  /** What there is to choose from once the user has typed. */
  fruit?: { id: string }[];
}

/** A combobox that offers fruit as soon as anything is typed, and what it was told to do. */
async function open({ fruit = FRUIT }: Setting = {}) {
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

describe('the list', () => {
  it('is there while something is typed that it has something for', async () => {
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

  it('is not there when there is nothing to choose from', async () => {
    const { user, box } = await open({ fruit: [] });
    await user.type(box, 'a{ArrowDown}{Enter}');
    expect(list()).toBeNull();
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  it('goes when the box is left', async () => {
    const { user, box } = await open();
    await user.type(box, 'a');
    await user.tab();
    expect(list()).toBeNull();
  });

  it('goes with Escape, which closes nothing else, and leaves the text', async () => {
    const { user, box } = await open();
    const wasTaken: boolean[] = [];
    const hear = ({ defaultPrevented }: Event) => void wasTaken.push(defaultPrevented);
    await user.type(box, 'a');
    document.addEventListener('keydown', hear);
    await user.keyboard('{Escape}{Escape}');
    document.removeEventListener('keydown', hear);
    expect(list()).toBeNull();
    expect(box.value).toBe('a');
    expect(wasTaken).toEqual([true, false]);
  });

  it('comes back with an arrow', async () => {
    const { user, box } = await open();
    await user.type(box, 'a{Escape}{ArrowDown}');
    expect(list()).not.toBeNull();
    expect(active()).toBe('apple');
  });
});

describe('the keyboard', () => {
  it.each([
    ['{ArrowDown}', 'apple'],
    ['{ArrowDown}{ArrowDown}', 'banana'],
    ['{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}', 'apple'],
    ['{ArrowUp}', 'cherry'],
    ['{ArrowUp}{ArrowUp}', 'banana'],
    ['{ArrowDown}{ArrowUp}', 'cherry'],
  ])('moves with %s to %s, and Enter chooses it', async (keys, expected) => {
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

  it('submits what was typed where no option was moved to', async () => {
    const { user, box, chosen, submitted } = await open();
    await user.type(box, 'apple pie{Enter}');
    expect(submitted).toEqual(['apple pie']);
    expect(chosen).toEqual([]);
    expect(list()).toBeNull();
  });

  it.each(['{Home}', '{End}', '{ArrowLeft}', '{ArrowRight}'])(
    'is back in the text with %s',
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

  it('is back in the text with the next letter', async () => {
    const { user, box, submitted } = await open();
    await user.type(box, 'a{ArrowDown}b{Enter}');
    expect(submitted).toEqual(['ab']);
  });

  it('moves the caret with Home and End', async () => {
    const { user, box } = await open();
    await user.type(box, 'bc{Home}a{End}d');
    expect(box.value).toBe('abcd');
  });

  it('is the text’s own with Shift', async () => {
    const { user, box } = await open();
    await user.type(box, 'a{Shift>}{ArrowDown}{/Shift}');
    expect(active()).toBeUndefined();
  });
});

describe('the mouse', () => {
  it('chooses, and the focus stays in the box', async () => {
    const { user, box, chosen } = await open();
    await user.type(box, 'a');
    await user.click(screen.getByText('banana'));
    expect(chosen).toEqual(['banana']);
    expect(list()).toBeNull();
    expect(document.activeElement).toBe(box);
  });

  it('submits with the button while the list is open', async () => {
    const { user, box, submitted } = await open();
    await user.type(box, 'a');
    await user.click(screen.getByRole('button', { name: 'Eat' }));
    expect(submitted).toEqual(['a']);
    expect(list()).toBeNull();
  });
});

describe('a screen reader', () => {
  it('is told that there is a list, which one, and how many it has', async () => {
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
