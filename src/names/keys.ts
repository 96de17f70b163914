import type { Part } from './part.ts';
import { type Sounds, soundsInSymbol } from './sounds.ts';

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
const MOST_SKELETONS = 6;
const classesBySymbol: string[][] = [];

/**
 * The consonant skeletons a word may have, in consonant classes: `Kalesnikava`, `Колесникова` and `כלסניקבה` all have
 * `KLSNKP`. Several where a letter is read in several ways, at most six.
 */
function skeletonsOf(sounds: Sounds): readonly string[] {
  let skeletons = [''];
  for (const symbol of sounds) {
    const classes = classesOf(symbol);
    const grown = new Set<string>();
    for (const skeleton of skeletons) {
      for (const letter of classes)
        grown.add(letter === '' || skeleton.endsWith(letter) ? skeleton : skeleton + letter);
    }
    skeletons = [...grown].slice(0, MOST_SKELETONS);
  }
  return skeletons.filter((skeleton) => skeleton !== '');
}

const keysByPart = new WeakMap<Part, readonly string[]>();

/**
 * The keys under which a part of a name is filed and looked up: its given names by number, its skeletons with and without
 * ending, and itself where its script cannot be heard. Initials and particles have none.
 */
export function keysOf(part: Part): readonly string[] {
  const known = keysByPart.get(part);
  if (known !== undefined) return known;
  const keys = part.role === 'initial' || part.role === 'numbered' ? [] : makeKeys(part);
  keysByPart.set(part, keys);
  return keys;
}

function makeKeys(part: Part): string[] {
  if (part.sounds.length === 0) return [`~${part.folded}`];
  const mark = part.role === 'patronymic' ? '+' : '=';
  const given = part.given.map(({ name }) => `${mark}${name}`);
  const stems = part.stem === undefined ? [] : skeletonsOf(part.stem);
  const readings = (part.readings ?? []).flatMap(skeletonsOf);
  return [...new Set([...given, ...skeletonsOf(part.sounds), ...readings, ...stems])];
}

function classesOf(symbol: number): string[] {
  const known = classesBySymbol[symbol];
  if (known !== undefined) return known;
  const { letters, mute } = soundsInSymbol(symbol);
  const named = [...letters].map((letter) => CLASSES[letter] ?? '').join('') + (mute ? '?' : '');
  // Sounds before silence, so that the fullest skeletons are kept where there are too many.
  const classes = [...new Set(named.replaceAll('?', ''))];
  if (named.includes('?') || classes.length === 0) classes.push('');
  classesBySymbol[symbol] = classes;
  return classes;
}
