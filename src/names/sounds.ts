import { z } from 'zod';
import { readWords } from '../text/words.ts';
import { type LetterGroups, letterGroups } from './letter-groups.ts';
import { once } from './once.ts';

/**
 * A word as it may sound, a symbol for each letter or group of letters. A symbol is the number of a set of sounds that
 * the letter may stand for (see `soundsInSymbol`), because the language a name was spelled in is rarely known.
 *
 * @example
 * soundsOf('ціханоўская', 'Cyrl').map((symbol) => soundsInSymbol(symbol).letters) // ['tc', 'i', 'h', 'a', …]
 */
export type Sounds = readonly number[];

export const CONSONANTS = 'pbfvmntdszSZCJcDkghlrwj';
export const VOWELS = 'aeiou';
const ALL = CONSONANTS + VOWELS;
const MUTE = '?';

// What a symbol stands for: sounds, whether it may be mute, and whether it is an r that ends a syllable.
interface Symbol {
  readonly letters: string;
  readonly mute: boolean;
  readonly ends: boolean;
}

// Symbols are numbered as the tables name them.
const symbols: Symbol[] = [];
const numbers = new Map<string, number>();
const tables = once(readTables);

/** How many symbols there are. */
export const symbolCount = once(() => {
  tables();
  return symbols.length;
});

/** The sounds of one word. `script` is an ISO 15924 code; of a script without a table nothing is heard. */
export function soundsOf(word: string, script: string): Sounds {
  const { table, text } = layout(word, script);
  const heard: number[] = [];
  if (table === undefined) return heard;
  const single = !WRITES_NO_VOWEL_BETWEEN.has(script);
  const { letters, width, next } = table;
  // The beginning and the end of a word count as letters.
  for (let at = -1; at <= text.length; ) {
    let found: Sounds | undefined;
    let end = at + 1;
    let node = 0;
    for (let place = at; place <= text.length; place++) {
      const code = place < 0 ? BEGINNING : place === text.length ? END : text.charCodeAt(place);
      node = next[node * width + (letters[code] ?? 0)] ?? 0;
      if (node === 0) break;
      const sounds = table.heard[node];
      if (sounds === undefined) continue;
      found = sounds;
      end = place + 1;
    }
    if (found !== undefined) {
      for (const symbol of found) if (!single || heard[heard.length - 1] !== symbol) heard.push(symbol);
    }
    at = end;
  }
  if (heard.includes(openR)) markEnds(heard);
  return heard;
}

// An r before a consonant, or at the end of a word, is no r in every mouth.
function markEnds(heard: number[]): void {
  for (let at = 0; at < heard.length; at++) {
    if (heard[at] === openR && !VOWEL.test(symbols[heard[at + 1] ?? -1]?.letters ?? '')) heard[at] = endingR;
  }
}

const VOWEL = /[aeiou]/u;
let openR = -1;
let endingR = -1;

/** The sounds a symbol may stand for, as letters of `words/names/sounds.yml`, and whether it may be mute. */
export function soundsInSymbol(symbol: number): Symbol {
  return symbols[symbol] ?? NO_SYMBOL;
}

const NO_SYMBOL: Symbol = { letters: '', mute: true, ends: false };

/** How many consonants of a word are not also read as a vowel, a breath or a glide: what it can be told by. */
export function consonantsOf(sounds: Sounds): number {
  const tells = plainConsonants();
  let count = 0;
  for (const symbol of sounds) count += tells[symbol] ?? 0;
  return count;
}

const plainConsonants = once(() => {
  tables();
  return Uint8Array.from(symbols, ({ letters }) => Number(!/[hjaeiou]/u.test(letters)));
});

// A letter that stands twice is heard once (Anna), but for scripts that leave out the vowel between: ממן, ममता.
const WRITES_NO_VOWEL_BETWEEN = new Set('Arab Hebr Deva Beng Guru Gujr Telu Knda Mlym Sinh'.split(' '));
const NO_SOUNDS: Sounds = [];
const BEGINNING = 0x5e;
const END = 0x24;

function readTables(): Map<string, LetterGroups> {
  const file = readWords('names/sounds', z.record(z.string(), z.record(z.string(), z.string())));
  [openR = -1] = readSounds('r');
  endingR = symbols.push({ letters: 'r', mute: false, ends: true }) - 1;
  return new Map(
    Object.entries(file).map(([script, groups]) => {
      const heard = Object.entries(groups).map(([group, sounds]) => [group, readSounds(sounds)] as const);
      return [script, letterGroups([['^', NO_SOUNDS], ['$', NO_SOUNDS], ...heard])];
    }),
  );
}

function readSounds(notation: string): number[] {
  return notation
    .split(' ')
    .filter((sound) => sound !== '')
    .map((sound) => {
      const letters = [...ALL].filter((letter) => sound.includes(letter)).join('');
      const unknown = [...sound].find((letter) => !`${ALL}/${MUTE}`.includes(letter));
      if (unknown !== undefined) throw new RangeError(`words/names/sounds.yml: ${unknown} is no sound`);
      const mute = sound.includes(MUTE);
      const key = mute ? letters + MUTE : letters;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, symbols.length);
      return symbols.push({ letters, mute, ends: false }) - 1;
    });
}

// The scripts of India stand in Unicode in one common layout, a block after another.
const BLOCK_AFTER_DEVANAGARI: Readonly<Record<string, number>> = {
  Beng: 0x80,
  Guru: 0x100,
  Gujr: 0x180,
  Telu: 0x300,
  Knda: 0x380,
  Mlym: 0x400,
};

function layout(word: string, script: string): { table: LetterGroups | undefined; text: string } {
  if (PLAIN.test(word)) return { table: tables().get(script), text: word };
  const block = BLOCK_AFTER_DEVANAGARI[script];
  if (block !== undefined) {
    return { table: tables().get('Deva'), text: shifted(word, -block, 0x900 + block, 0x97f + block) };
  }
  if (script === 'Hang') return { table: tables().get('Hang'), text: word.normalize('NFD') };
  if (script === 'Jpan') return { table: tables().get('Jpan'), text: shifted(word, 0x60, 0x3041, 0x3096) };
  const table = tables().get(script);
  return { table, text: table === undefined ? word : inKnownLetters(word, table) };
}

const PLAIN = /^[\0-\u017f\u0400-\u045f]*$/u;

// A letter that a table does not have, as Vietnamese has many, sounds as it does without its marks.
function inKnownLetters(word: string, table: LetterGroups): string {
  return word.replace(/\p{L}/gu, (letter) =>
    table.letters[letter.charCodeAt(0)] !== 0 ? letter : letter.normalize('NFD').charAt(0),
  );
}

function shifted(word: string, by: number, from: number, to: number): string {
  return word.replace(/./gsu, (letter) => {
    const code = letter.charCodeAt(0);
    return code >= from && code <= to ? String.fromCharCode(code + by) : letter;
  });
}
