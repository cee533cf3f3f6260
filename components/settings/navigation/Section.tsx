import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n/text';
import { SECTION_LOOKS, type SectionId } from './sections';

interface SectionProps {
  id: SectionId;
  children: ComponentChildren;
}

/** One section of the options, below its heading. Only one is on screen at a time. */
export function Section({ id, children }: SectionProps) {
  return (
    <section id={id} class="section" aria-labelledby={headingIdOf(id)}>
      {/* Gets the focus when the user comes here. */}
      <h2 id={headingIdOf(id)} class="section-title" tabIndex={-1}>
        {t(SECTION_LOOKS[id].title)}
      </h2>
      {children}
    </section>
  );
}

/** Returns the id of the heading of a section. */
export const headingIdOf = (id: SectionId): string => `${id}-title`;
