import type { ComponentChildren } from 'preact';
import type { Family } from '@/lib/domain/statistics/family';
import styles from './Charts.module.css';

/** Lines and dots that tell families apart where the user's own colors replace all others. */
const PATHS: Readonly<Record<Family, string>> = {
  subs: 'M0 0h6v6H0z',
  gifts: 'M0 3h6',
  cheers: 'M3 0v6',
  raids: 'M0 6L6 0',
  follows: 'M0 0L6 6',
  together: 'M0 3h6M3 0v6',
  other: 'M3 2v2',
};

/** The patterns that charts are filled with. Once on a page that has charts. */
export function ChartPatterns() {
  return (
    <svg class={styles.patterns} aria-hidden="true" focusable="false">
      <defs>
        {Object.entries(PATHS).map(([family, path]) => (
          <Pattern key={family} id={`family-${family}`} isFull={family === 'subs'}>
            <path d={path} />
          </Pattern>
        ))}
        <Pattern id="not-listened">
          <path d="M0 6L6 0M-1 1L1 -1M5 7L7 5" />
        </Pattern>
      </defs>
    </svg>
  );
}

interface PatternProps {
  id: string;
  isFull?: boolean;
  children: ComponentChildren;
}

function Pattern({ id, isFull = false, children }: PatternProps) {
  return (
    <pattern
      id={id}
      class={styles.pattern}
      data-full={isFull}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
    >
      {children}
    </pattern>
  );
}
