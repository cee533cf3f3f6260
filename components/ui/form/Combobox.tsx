import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type ComboboxOption, useCombobox } from '@/components/ui/hooks/use-combobox';
import { LiveRegion } from '../LiveRegion';
import styles from './Combobox.module.css';
import { TextField, type TextFieldProps } from './TextField';

interface ComboboxProps<Option extends ComboboxOption>
  extends Omit<TextFieldProps, 'box' | 'children'> {
  options: readonly Option[];
  /** True if the list opens as soon as the box has the focus, not only after the user has typed. */
  opensOnFocus?: boolean;
  /** The accessible name of the list. */
  listLabel: string;
  /** Read out by screen readers: how many options there are. */
  summary: string;
  renderOption: (option: Option) => ComponentChildren;
  onChoose: (option: Option) => void;
}

/** A text box with suggestions. Any text is allowed, not only the suggested options. */
export function Combobox<Option extends ComboboxOption>(props: ComboboxProps<Option>) {
  const {
    options,
    opensOnFocus = false,
    listLabel,
    summary,
    renderOption,
    onChoose,
    ...field
  } = props;
  const combobox = useCombobox({ options, opensOnFocus, onChoose });
  return (
    <TextField
      {...field}
      box={combobox.box}
      onInput={(value) => {
        combobox.onTyped();
        field.onInput(value);
      }}
      onSubmit={() => {
        combobox.close();
        field.onSubmit();
      }}
    >
      {/* Not floating: a popup window is only as high as its content in the normal flow. */}
      <div class={styles.list} {...combobox.list} aria-label={listLabel}>
        {combobox.isOpen &&
          options.map((option) => (
            <OptionItem key={option.id} {...combobox.optionOf(option)}>
              {renderOption(option)}
            </OptionItem>
          ))}
      </div>
      <LiveRegion>{combobox.isOpen && summary}</LiveRegion>
    </TextField>
  );
}

interface OptionItemProps {
  id: string;
  isActive: boolean;
  onChoose: () => void;
  children: ComponentChildren;
}

/** One option of a combobox. */
export function OptionItem({ id, isActive, onChoose, children }: OptionItemProps) {
  const item = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the text box has the focus and handles the keys
    <div
      ref={item}
      id={id}
      class={styles.option}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      // Keeps the focus in the box: losing it would close the list before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
