import { once } from './once.ts';
import { type Sounds, soundsInSymbol, symbolCount } from './sounds.ts';

// Consonants that spelling systems, ears and alphabets take for one another share a letter; breaths and glides may be
// lost. A vowel says nothing: akanne and abjads change or drop them.
const CLASSES: Readonly<Record<string, string>> = {
  p: 'P',
  b: 'P',
  f: 'P',
  v: 'P',
  w: 'P?',
  t: 'T',
  d: 'T',
  s: 'S',
  z: 'S',
  S: 'S',
  Z: 'S',
  C: 'S',
  J: 'S',
  c: 'S',
  D: 'S',
  k: 'K',
  g: 'K',
  h: 'K?',
  l: 'L',
  r: 'R',
  m: 'M',
  n: 'N',
  j: '?',
  a: '?',
  e: '?',
  i: '?',
  o: '?',
  u: '?',
};
/** The letters that skeletons are made of. */
export const SKELETON_LETTERS = [...new Set(Object.values(CLASSES).join('').replaceAll('?', ''))];

// A skeleton is kept as a number, a digit for each letter, and its last digits stand for its last letters. Nine digits fit
// in the small whole numbers that are quickest to look up; what follows the ninth consonant tells no words apart.
const BASE = SKELETON_LETTERS.length + 1;
const LONGEST = 9;
const FULL = BASE ** (LONGEST - 1);
const MOST_SKELETONS = 12;

const digitsBySymbol = once(() => Array.from({ length: symbolCount() }, (_, symbol) => digitsOf(symbol)));

/**
 * The consonant skeletons a word may have, in consonant classes, as numbers (see `skeletonText`): `Kalesnikava`,
 * `Колесникова` and `כלסניקבה` all have `KLSNKP`. Several where a letter is read in several ways, at most twelve; none twice.
 */
export function skeletonsOf(sounds: Sounds): number[] {
  const digits = digitsBySymbol();
  let skeletons = [0];
  for (const symbol of sounds) {
    const choices = digits[symbol] ?? SILENT;
    if (choices.length === 1 && choices[0] === 0) continue;
    const grown: number[] = [];
    // The likeliest sound of this letter after every beginning, before the next likeliest after any.
    for (const digit of choices) {
      for (const skeleton of skeletons) {
        const repeats = digit === 0 || skeleton % BASE === digit || skeleton >= FULL;
        const next = repeats ? skeleton : skeleton * BASE + digit;
        if (grown.length < MOST_SKELETONS && !grown.includes(next)) grown.push(next);
      }
    }
    skeletons = grown;
  }
  return skeletons[0] === 0 || skeletons.includes(0) ? skeletons.filter((skeleton) => skeleton !== 0) : skeletons;
}

/** A skeleton in letters: `KLSNKP`. */
export function skeletonText(skeleton: number): string {
  let text = '';
  for (let rest = skeleton; rest > 0; rest = Math.floor(rest / BASE))
    text = (SKELETON_LETTERS[(rest % BASE) - 1] ?? '') + text;
  return text;
}

const SILENT: readonly number[] = [0];

function digitsOf(symbol: number): readonly number[] {
  const { letters, mute } = soundsInSymbol(symbol);
  const named = [...letters].map((letter) => CLASSES[letter] ?? '').join('') + (mute ? '?' : '');
  // Sounds before silence, so that the fullest skeletons are kept where there are too many.
  const digits = [...new Set(named.replaceAll('?', ''))].map((letter) => SKELETON_LETTERS.indexOf(letter) + 1);
  if (!named.includes('?') && digits.length > 0) return digits;
  // A y is heard oftener than the j that is written alike, and a u than a v.
  return /[ju]/u.test(letters) ? [0, ...digits] : [...digits, 0];
}
