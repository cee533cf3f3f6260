import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '@/lib/i18n/text';
import styles from './ChartFigure.module.css';
import charts from './Charts.module.css';

interface ChartFigureProps {
  title: string;
  /** What the chart shows, in a sentence or two. */
  summary: ComponentChildren;
  /** The same numbers as a table. Called when the user unfolds it. */
  renderTable: () => ComponentChildren;
  children: ComponentChildren;
}

/** A chart with its title, what it shows in words, and all its numbers in a table. */
export function ChartFigure({ title, summary, renderTable, children }: ChartFigureProps) {
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section class={styles.figure} aria-labelledby={titleId}>
      <h3 class={styles.title} id={titleId}>
        {title}
      </h3>
      <p class={styles.summary}>{summary}</p>
      {children}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class={styles.fold}>{t('statistics.as_table')}</summary>
        {isOpen && <div class={charts.scroll}>{renderTable()}</div>}
      </details>
    </section>
  );
}
