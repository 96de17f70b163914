// What stands in place of a letter that was taken away: one code unit for one, so that places in the text stay true.
export const BLACK = '█';

// A letter and what follows it within a word; an apostrophe belongs to it, as in Лук’янаў and Kalesnikava's.
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu;
// Endings that declension puts after a stem, in Cyrillic and in its romanisations; folded.
const ENDING = /^(?:[аоеуыиіяюьмхгвэ]{0,3}|[aeiouyjmhgvs]{0,3})$/;
const VOWELS = /[аоеуыиіяюьэaeiouyj]{1,3}$/;
const FEWEST_LETTERS = 3;
// Three vowels of an ending, and the consonant before them.
const LONGEST_CHANGE = 4;

/**
 * The words of a person's names in some text, blackened letter for letter. A word counts in any case, in any form that
 * declension gives it, and wherever it stands: taking too much away is a lesser harm than leaving a name.
 *
 * @param names every written form of the person's name.
 * @param others names of other people who may be meant in the text. A word that one of them shares is left where it
 *   stands beside another word of theirs; by itself it is taken for the person's.
 */
export function blackener(names: readonly string[], others: readonly string[]): (text: string) => string {
  const own = stemsOf(names);
  const shared = others.map((name) => stemsOf([name]));
  return (text) => {
    const words = [...text.matchAll(WORD)];
    let out = text;
    words.forEach((match, i) => {
      const [word] = match;
      if (!fitsAny(word, own)) return;
      const beside = [words[i - 1], words[i + 1]].filter((one) => one !== undefined && touching(text, match, one));
      const isTheirs = shared.some(
        (stems) => fitsAny(word, stems) && beside.some((one) => one && fitsAny(one[0], stems) && !fitsAny(one[0], own)),
      );
      if (!isTheirs) out = out.slice(0, match.index) + BLACK.repeat(word.length) + out.slice(match.index + word.length);
    });
    return out;
  };
}

/** True where every word of a name is one of the person's words, so that it may well be the person. */
export function mayBe(name: string, names: readonly string[]): boolean {
  const words = wordsOf(name);
  const own = stemsOf(names);
  return words.length > 0 && words.every((word) => fitsAny(word, own));
}

/** True where a text has a whole name of the person's: two of its words side by side, or the one that it is. */
export function mentions(text: string, names: readonly string[]): boolean {
  const own = stemsOf(names);
  const single = stemsOf(names.filter((name) => wordsOf(name).length === 1));
  const words = [...text.matchAll(WORD)];
  return words.some((match, i) => {
    const next = words[i + 1];
    if (fitsAny(match[0], single)) return true;
    return next && fitsAny(match[0], own) && fitsAny(next[0], own) && touching(text, match, next);
  });
}

/**
 * True where a text may mention one of these names, at the cost of a look for their beginnings: before an ending, and the
 * consonant that it may change, every form of a word is the same. False is certain.
 */
export function mayMention(text: string, names: readonly string[]): boolean {
  const forms = names.map((name) => wordsOf(name).map((word) => folded(word).slice(0, -LONGEST_CHANGE)));
  // Two short words beside each other can be a whole name, and their beginnings stand in every text.
  if (forms.some((words) => words.filter(isShort).length > 1 || (words.length === 1 && words.some(isShort))))
    return true;
  const plain = folded(text);
  return forms.some((words) => words.some((beginning) => !isShort(beginning) && plain.includes(beginning)));
}

function isShort(beginning: string): boolean {
  return beginning.length < FEWEST_LETTERS + 1;
}

interface Stem {
  readonly word: string;
  readonly stem: string;
}

function stemsOf(names: readonly string[]): Stem[] {
  const words = new Set(names.flatMap(wordsOf).map(folded));
  return [...words].map((word) => ({ word, stem: alternated(word.replace(VOWELS, '')) }));
}

// Particles (de, von, bin) and initials say nothing by themselves.
function wordsOf(name: string): string[] {
  return [...name.matchAll(WORD)]
    .map(([word]) => word)
    .filter((word) => word.length >= FEWEST_LETTERS && !/^\p{Ll}/u.test(word));
}

function fitsAny(text: string, stems: readonly Stem[]): boolean {
  const word = folded(text);
  return stems.some(({ word: whole, stem }) => {
    if (word === whole) return true;
    if (stem.length < FEWEST_LETTERS || word.length < stem.length) return false;
    return alternated(word.slice(0, stem.length)) === stem && ENDING.test(word.slice(stem.length));
  });
}

// Nothing but space or a hyphen between them: a comma or a point may part two people.
function touching(text: string, one: RegExpExecArray, other: RegExpExecArray): boolean {
  const [left, right] = one.index < other.index ? [one, other] : [other, one];
  return /^[\s-]{1,2}$/u.test(text.slice(left.index + left[0].length, right.index));
}

// Without case, marks and apostrophes: Ў, Й and Ё become the letters under their marks.
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase();
}

// The last consonant of a stem changes before some endings: Бабарыка, Бабарыцы; Вольга, Вользе.
function alternated(stem: string): string {
  return stem.replace(/ц$/, 'к').replace(/[зж]$/, 'г').replace(/[сш]$/, 'х');
}
