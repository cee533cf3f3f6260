import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/lib/i18n/text';
import { headingIdOf } from './Section';
import styles from './SectionNav.module.css';
import { SECTION_LOOKS, SECTIONS, type SectionId } from './sections';

/** Links to all sections: at the side, or in a row that scrolls where the window is narrow. */
export function SectionNav({ current }: { current: SectionId }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    function showCurrent(): void {
      const link = list.current?.querySelector('[aria-current]');
      link?.scrollIntoView({ block: 'nearest', inline: 'center' });
    }
    showCurrent();
    // A window that becomes narrow gets the row.
    addEventListener('resize', showCurrent);
    return () => removeEventListener('resize', showCurrent);
  }, [current]);
  return (
    <nav class={styles.nav} aria-label={t('options.nav.label')}>
      <ul class={styles.list} ref={list}>
        {SECTIONS.map((id) => (
          <li key={id}>
            <a
              class={styles.link}
              href={`#${id}`}
              aria-current={id === current ? 'page' : undefined}
              onClick={(event) => {
                if (location.hash !== `#${id}`) return;
                // The address stays the same, and Chrome would only take the focus away.
                event.preventDefault();
                document.getElementById(headingIdOf(id))?.focus();
              }}
            >
              <Icon of={SECTION_LOOKS[id].icon} size={16} class={styles.icon} />
              {t(SECTION_LOOKS[id].title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
