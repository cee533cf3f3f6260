import type { IconNode } from 'lucide';
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
  onChoose: () => void;
}

interface MenuButtonProps {
  /** The accessible name of the button and of the menu. */
  label: string;
  actions: readonly MenuAction[];
}

/**
 * A button with three dots that opens a menu. The menu is in the normal flow, next to the button: a
 * popup window is only as high as its content there, and would cut off a menu that floats.
 */
export function MenuButton({ label, actions }: MenuButtonProps) {
  const menu = useMenu(actions.map(({ text }) => text));
  return (
    <>
      <button type="button" class={styles.button} aria-label={label} title={label} {...menu.button}>
        <Icon of={ellipsis} size={18} />
      </button>
      {menu.isOpen && (
        <div class={styles.menu} {...menu.menu}>
          {actions.map((action) => (
            <MenuItem key={action.text} action={action} close={menu.close} />
          ))}
        </div>
      )}
    </>
  );
}

function MenuItem({ action, close }: { action: MenuAction; close: () => void }) {
  const { text, detail, icon, isChecked, onChoose } = action;
  const id = useId();
  const isCheckbox = isChecked !== undefined;
  return (
    <button
      type="button"
      class={styles.item}
      role={isCheckbox ? 'menuitemcheckbox' : 'menuitem'}
      aria-checked={isChecked}
      aria-describedby={detail === undefined ? undefined : id}
      tabIndex={-1}
      onClick={() => {
        if (!isCheckbox) close();
        onChoose();
      }}
    >
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
    </button>
  );
}
