import { foldName, foldText, searchWordsOf, unspacedRunsOf, wordsOf } from './fold';

/** What was typed into a search, folded. */
export interface SearchTerms {
  /** What a viewer's name has to contain. */
  name: string;
  /**
   * The words that the texts of an event have to have, the last one as the beginning of a word. Empty
   * if only names are searched.
   */
  words: readonly string[];
  /** What the texts have to contain besides, in scripts without spaces. */
  runs: readonly string[];
}

/** Returns what to search for; `null` if nothing was typed. */
export function searchTerms(typed: string): SearchTerms | null {
  const name = foldName(typed.trim().replace(/^@/, ''));
  if (name === '') return null;
  const runs = unspacedRunsOf(typed);
  // Nearly every text has a word with a letter of an alphabet.
  if (runs.length === 0 && Array.from(name).length === 1) return { name, words: [], runs };
  const words = searchWordsOf(typed);
  // A single character of such a script is a word only at the end of its text; the runs are enough.
  const isWord = (word: string) => !(runs.includes(word) && Array.from(word).length === 1);
  return { name, words: words.filter((word) => isWord(word) || word === words.at(-1)), runs };
}

/** Returns true if a name contains what was typed. */
export function isNameFound({ name: part }: SearchTerms, name: string): boolean {
  return foldName(name).includes(part);
}

/** Returns true if the texts of an event contain what was typed. */
export function areWordsFound({ words, runs }: SearchTerms, texts: readonly string[]): boolean {
  const last = words.at(-1);
  if (last === undefined) return false;
  const all = new Set(texts.flatMap((text) => [...wordsOf(text)]));
  if (!words.slice(0, -1).every((word) => all.has(word))) return false;
  if (!all.values().some((word) => word.startsWith(last))) return false;
  // That every two characters are there does not mean that all of them are.
  const folded = texts.map(foldText);
  return runs.every((run) => folded.some((text) => text.includes(run)));
}
