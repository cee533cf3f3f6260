import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type ColorFamily, familyStyle } from '@/components/ui/palette';
import styles from './Lists.module.css';

interface TableCardProps {
  title: string;
  /** The headings of the columns. */
  columns: readonly string[];
  /** The color of the bars. */
  family?: ColorFamily;
  /** The rows. */
  children: ComponentChildren;
  /** Shown below the table. */
  below?: ComponentChildren;
}

/** A table with a title. */
export function TableCard({ title, columns, family = 'slate', children, below }: TableCardProps) {
  const id = useId();
  return (
    <section class={styles.card} style={familyStyle(family)}>
      <h3 class={styles.title} id={id}>
        {title}
      </h3>
      <table class={styles.table} aria-labelledby={id}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {below}
    </section>
  );
}
