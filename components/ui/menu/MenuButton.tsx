import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useMenu } from '@/components/ui/hooks/use-menu';
import { Icon } from '../Icon';
import { check, ellipsis } from '../icons';
import styles from './MenuButton.module.css';

/** One action of a menu. */
export interface MenuAction {
  text: string;
  /** A second line that says what the action means. */
  detail?: string;
  /** The icon of an action that is no choice. */
  icon?: IconNode;
  /** Set for a choice that is on or off. The menu stays open after it was changed. */
  isChecked?: boolean;
  /** The address that the action opens in a new tab. */
  href?: string;
  onChoose?: () => void;
}

interface MenuButtonProps {
  /** The accessible name of the button and of the menu. */
  label: string;
  actions: readonly MenuAction[];
  /** Shown above the actions. */
  heading?: ComponentChildren;
  /** The text of the button, in place of three dots. */
  children?: ComponentChildren;
  /** True if one of the choices is on, though the menu is closed. */
  isOn?: boolean | undefined;
}

/**
 * A button, with three dots unless it has a text, that opens a menu. The menu is next to the button;
 * where there is no room for it in the flow, the place of the button says where it floats.
 */
export function MenuButton({ label, actions, heading, children, isOn }: MenuButtonProps) {
  const menu = useMenu(actions.map(({ text }) => text));
  const name = children === undefined ? { 'aria-label': label, title: label } : {};
  return (
    <>
      <button
        type="button"
        class={styles.button}
        data-text={children !== undefined}
        data-on={isOn}
        {...name}
        {...menu.button}
      >
        {children ?? <Icon of={ellipsis} size={18} />}
      </button>
      {menu.isOpen && (
        <div class={styles.menu} {...menu.menu}>
          {heading !== undefined && (
            <div class={styles.heading} role="none">
              {heading}
            </div>
          )}
          {actions.map((action) => (
            <MenuItem key={action.text} action={action} close={menu.close} />
          ))}
        </div>
      )}
    </>
  );
}

function MenuItem({ action, close }: { action: MenuAction; close: () => void }) {
  const { text, detail, icon, isChecked, href, onChoose } = action;
  const id = useId();
  const isCheckbox = isChecked !== undefined;
  const item = {
    class: styles.item,
    'aria-describedby': detail === undefined ? undefined : id,
    tabIndex: -1,
    onClick: () => {
      if (!isCheckbox) close();
      onChoose?.();
    },
  };
  const content = (
    <>
      <span class={isCheckbox ? styles.box : styles.mark}>
        {isCheckbox
          ? isChecked && <Icon of={check} size={14} />
          : icon && <Icon of={icon} size={16} />}
      </span>
      <span class={styles.text}>{text}</span>
      {detail !== undefined && (
        // The description of the action, and not part of its name.
        <span id={id} class={styles.detail} aria-hidden="true">
          {detail}
        </span>
      )}
    </>
  );
  if (href !== undefined) {
    return (
      <a {...item} role="menuitem" href={href} target="_blank" rel="noopener noreferrer">
        {content}
      </a>
    );
  }
  return (
    <button
      {...item}
      type="button"
      role={isCheckbox ? 'menuitemcheckbox' : 'menuitem'}
      aria-checked={isChecked}
    >
      {content}
    </button>
  );
}
