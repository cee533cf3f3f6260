import styles from './Divider.module.css';

interface DividerProps {
  text: string;
  /** True for the one between what is new and what was seen before. */
  isUnseen?: boolean;
}

/** A line through the list with a text. Screen readers know it as a separator of this name. */
export function Divider({ text, isUnseen = false }: DividerProps) {
  return (
    <div class={styles.divider} role="separator" aria-label={text} data-unseen={isUnseen}>
      <span class={styles.text}>{text}</span>
    </div>
  );
}
