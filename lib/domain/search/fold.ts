/** Accents and other marks that are written above or below letters of several scripts. */
const MARKS = /[[\p{Script=Inherited}&&\p{Mark}]\u0591-\u05C7]/gv;
/** Characters that nobody sees, such as those that join the parts of an emoji. */
const INVISIBLE = /\p{Format}/gv;

/**
 * Returns a text in the form in which it is searched: letter case, accents, wide and decorated
 * letters make no difference, in any script. Vowel signs of Thai or Hindi are letters, and stay.
 */
export function foldText(text: string): string {
  const bare = text.normalize('NFKD').replace(MARKS, '').replace(INVISIBLE, '');
  // Upper case first: it makes "ss" of "ß", and one letter of both forms of the Greek sigma.
  return bare.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

/** More than any name has. Twitch's have at most 25 characters, some of which become several. */
const MAX_NAME = 100;

/**
 * Returns a name in the form in which it is searched: at most 100 characters, because the index contains
 * every end of it.
 */
export function foldName(name: string): string {
  return Array.from(foldText(name)).slice(0, MAX_NAME).join('');
}

const APOSTROPHES = /['’]/gv;
const WORD = /[\p{Letter}\p{Number}\p{Mark}_]+/gv;
/** Scripts that have no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gv;
/** What is longer is no word; its beginning is enough to find it. */
const MAX_LENGTH = 40;

/**
 * Returns the words of a text, folded, each once: what the index contains. Where a script has no
 * spaces, every two neighboring characters are a word, and so is the last one, so that the beginning
 * of some word is found at each character.
 */
export function wordsOf(text: string): Set<string> {
  return new Set(
    runsOf(text).flatMap(({ run, isSpaced }) =>
      isSpaced ? [run] : [...pairsOf(run), lastOf(run)],
    ),
  );
}

/**
 * Returns the words of {@link wordsOf} that a text must have to contain what was typed, in the order in
 * which it was typed. The last one may be the beginning of a word.
 */
export function searchWordsOf(typed: string): string[] {
  const words = runsOf(typed).flatMap(({ run, isSpaced }) => {
    if (isSpaced) return [run];
    const pairs = pairsOf(run);
    return pairs.length === 0 ? [run] : pairs;
  });
  return [...new Set(words)];
}

/** Returns the parts of what was typed that are of scripts without spaces, folded. */
export function unspacedRunsOf(typed: string): string[] {
  return runsOf(typed).flatMap(({ run, isSpaced }) => (isSpaced ? [] : [run]));
}

interface Run {
  run: string;
  /** False in a script without spaces. */
  isSpaced: boolean;
}

function runsOf(text: string): Run[] {
  const words = foldText(text).replace(APOSTROPHES, '').match(WORD) ?? [];
  return words.flatMap((word) => {
    const unspaced = word.match(UNSPACED) ?? [];
    const spaced = word.split(UNSPACED).filter((part) => part !== '');
    return [
      ...spaced.map((run) => ({ run: run.slice(0, MAX_LENGTH), isSpaced: true })),
      ...unspaced.map((run) => ({ run, isSpaced: false })),
    ];
  });
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => (characters[index] ?? '') + character);
}

function lastOf(run: string): string {
  return Array.from(run).at(-1) ?? '';
}
