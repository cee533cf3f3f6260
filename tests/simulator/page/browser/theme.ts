export type Theme = 'dark' | 'light';

const CLASS_OF: Readonly<Record<Theme, string>> = {
  dark: 'tw-root--theme-dark',
  light: 'tw-root--theme-light',
};

/** Twitch's own key and values: 0 is light, 1 is dark. */
const STORAGE_KEY = 'twilight.theme';

export function setTheme(theme: Theme): void {
  const { classList } = document.documentElement;
  classList.remove(...Object.values(CLASS_OF));
  classList.add(CLASS_OF[theme]);
  localStorage.setItem(STORAGE_KEY, theme === 'dark' ? '1' : '0');
}

export function toggleTheme(): void {
  setTheme(document.documentElement.classList.contains(CLASS_OF.dark) ? 'light' : 'dark');
}

export function restoreTheme(): void {
  if (localStorage.getItem(STORAGE_KEY) === '0') setTheme('light');
}
