import { z } from 'zod';
import { readWords } from '../text/words.ts';

/**
 * A word as it may sound: one symbol for each letter or group of letters. A symbol is the number of a set of sounds
 * that the letter may stand for (see `costOf`), because the language a name was spelled in is rarely known.
 *
 * @example
 * soundsOf('Ціханоўская', 'Cyrl') // as many numbers as there are sounds, the first of them "c or t"
 */
export type Sounds = readonly number[];

const CONSONANTS = 'pbfvmntdszSZCJcDkghlrwj';
const VOWELS = 'aeiou';
const ALL = CONSONANTS + VOWELS;
const MUTE = 1 << ALL.length;
const VOWEL_BITS = bitsOf(VOWELS);
const SOFT = VOWEL_BITS | bitsOf('hj');

// Sounds that languages, ears and tables take for one another. Pairs not listed are plainly different.
const NEAR: readonly (readonly [cost: number, pairs: string])[] = [
  [0.3, 'bv fv vw pb td kg gh kh sz SZ CJ cs cD zD Cc cJ SJ ZJ zZ lr'],
  [0.45, 'pf sS zs ZD SC sC cZ zJ DJ mn kC kc jZ jJ'],
  [0.6, 'tc dD tC dJ gJ hS bw'],
];

/** What it costs, in consonants, to take one sound for another, to hear one too many, or to hear a vowel too many. */
interface Costs {
  readonly vowels: number;
  readonly nearVowels: number;
  readonly vowelTooMany: number;
  readonly nearConsonants: number;
}

/**
 * How strictly two words are compared: `alike` where both are in one script, `across` scripts, and `vowelless` where a
 * script leaves out vowels or spells foreign names by its own syllables.
 *
 * @example
 * 'across'
 */
export type Strictness = 'alike' | 'across' | 'vowelless';

const COSTS: Record<Strictness, Costs> = {
  alike: { vowels: 0.36, nearVowels: 0.16, vowelTooMany: 0.36, nearConsonants: 1.25 },
  across: { vowels: 0.22, nearVowels: 0.12, vowelTooMany: 0.25, nearConsonants: 1 },
  vowelless: { vowels: 0.12, nearVowels: 0.06, vowelTooMany: 0.09, nearConsonants: 0.9 },
};
const NEAR_VOWELS = /^(ao|oa|ei|ie|ea|ae|iu|ui|ou|uo)$/;
const MUTE_TOO_MANY = 0.06;

// Symbols are numbered as the tables name them; costs of every two are worked out once.
const SIZE = 512;
const sets: number[] = [];
const numbers = new Map<number, number>();
const TABLES: ReadonlyMap<string, LetterTable> = readTables();
const costs: Record<Strictness, Float32Array> = {
  alike: costTable(COSTS.alike),
  across: costTable(COSTS.across),
  vowelless: costTable(COSTS.vowelless),
};
const leaving: Record<Strictness, Float32Array> = {
  alike: leavingTable(COSTS.alike),
  across: leavingTable(COSTS.across),
  vowelless: leavingTable(COSTS.vowelless),
};

/** The sounds of one word. `script` is an ISO 15924 code; of a script without a table nothing is heard. */
export function soundsOf(word: string, script: string): Sounds {
  const { table, text } = layout(word, script);
  const heard: number[] = [];
  if (table === undefined) return heard;
  const framed = `^${text}$`;
  for (let at = 0; at < framed.length; ) {
    const length = longestGroup(table, framed, at);
    for (const symbol of table.groups.get(framed.slice(at, at + length)) ?? []) {
      if (heard.at(-1) !== symbol) heard.push(symbol);
    }
    at += Math.max(length, 1);
  }
  return heard;
}

/** True where the script's letters are known and a word in it can be heard. */
export function isHeard(script: string): boolean {
  return TABLES.has(script) || script in SHARED_LAYOUT;
}

/** How many consonants a word may have, breaths and glides aside: what it can be told by. */
export function consonantsOf(sounds: Sounds): number {
  let count = 0;
  for (const symbol of sounds) {
    const set = (sets[symbol] ?? 0) & ~MUTE;
    if ((set & SOFT) === 0) count++;
  }
  return count;
}

/** What two words weigh together: the cost of hearing nothing of either. */
export function weightOf(sounds: Sounds, strictness: Strictness): number {
  let weight = 0;
  for (const symbol of sounds) weight += leaving[strictness][symbol] ?? 0;
  return weight;
}

// Words are short; two rows of this length are never outgrown, since longer words are cut.
const LONGEST = 64;
let row = new Float64Array(LONGEST + 1);
let next = new Float64Array(LONGEST + 1);

/**
 * The least cost, in consonants, of turning one word into the other: a weighted edit distance (Wagner and Fischer 1974)
 * over sets of sounds. 0 where they may sound the same. Symmetric.
 */
export function costOf(left: Sounds, right: Sounds, strictness: Strictness): number {
  const change = costs[strictness];
  const leave = leaving[strictness];
  const rows = Math.min(left.length, LONGEST);
  const columns = Math.min(right.length, LONGEST);
  row[0] = 0;
  for (let j = 1; j <= columns; j++) row[j] = (row[j - 1] ?? 0) + (leave[right[j - 1] ?? 0] ?? 0);
  for (let i = 1; i <= rows; i++) {
    const symbol = left[i - 1] ?? 0;
    const left1 = leave[symbol] ?? 0;
    const base = symbol * SIZE;
    let behind = (row[0] ?? 0) + left1;
    next[0] = behind;
    for (let j = 1; j <= columns; j++) {
      const other = right[j - 1] ?? 0;
      let best = (row[j - 1] ?? 0) + (change[base + other] ?? 0);
      const drop = (row[j] ?? 0) + left1;
      if (drop < best) best = drop;
      const add = behind + (leave[other] ?? 0);
      if (add < best) best = add;
      behind = best;
      next[j] = best;
    }
    [row, next] = [next, row];
  }
  return row[columns] ?? 0;
}

/** The sounds a symbol may stand for, as letters, and whether it may be mute: for keys and explanations. */
export function readSymbol(symbol: number): { letters: string; mute: boolean } {
  const set = sets[symbol] ?? 0;
  return { letters: [...ALL].filter((letter) => (set & bitOf(letter)) !== 0).join(''), mute: (set & MUTE) !== 0 };
}

interface LetterTable {
  readonly groups: ReadonlyMap<string, readonly number[]>;
  readonly longest: number;
}

function readTables(): Map<string, LetterTable> {
  const file = readWords('names/sounds', z.record(z.string(), z.record(z.string(), z.string())));
  return new Map(
    Object.entries(file).map(([script, letters]) => {
      const groups = new Map(Object.entries(letters).map(([group, sounds]) => [group, readSounds(sounds)]));
      for (const edge of '^$') if (!groups.has(edge)) groups.set(edge, []);
      return [script, { groups, longest: Math.max(...[...groups.keys()].map((group) => group.length)) }];
    }),
  );
}

function readSounds(notation: string): number[] {
  return notation
    .split(' ')
    .filter((sound) => sound !== '')
    .map((sound) => {
      const set = [...sound].reduce((bits, letter) => {
        if (letter === '/') return bits;
        return bits | (letter === '?' ? MUTE : bitOf(letter));
      }, 0);
      const known = numbers.get(set);
      if (known !== undefined) return known;
      if (sets.length === SIZE)
        throw new RangeError('words/names/sounds.yml names more sets of sounds than there is room for');
      numbers.set(set, sets.length);
      sets.push(set);
      return sets.length - 1;
    });
}

function bitsOf(sounds: string): number {
  return [...sounds].reduce((bits, sound) => bits | bitOf(sound), 0);
}

function bitOf(sound: string): number {
  const place = ALL.indexOf(sound);
  if (place < 0) throw new RangeError(`words/names/sounds.yml: ${sound} is no sound`);
  return 1 << place;
}

// The scripts of India stand in Unicode in one common layout, a block after another.
const SHARED_LAYOUT: Readonly<Record<string, number>> = {
  Beng: 0x80,
  Guru: 0x100,
  Gujr: 0x180,
  Telu: 0x300,
  Knda: 0x380,
  Mlym: 0x400,
};

function layout(word: string, script: string): { table: LetterTable | undefined; text: string } {
  const shift = SHARED_LAYOUT[script];
  if (shift !== undefined)
    return { table: TABLES.get('Deva'), text: shifted(word, -shift, 0x900 + shift, 0x97f + shift) };
  if (script === 'Hang') return { table: TABLES.get('Hang'), text: word.normalize('NFD') };
  if (script === 'Jpan') return { table: TABLES.get('Jpan'), text: shifted(word, 0x60, 0x3041, 0x3096) };
  return { table: TABLES.get(script), text: word };
}

function shifted(word: string, by: number, from: number, to: number): string {
  return word.replace(/./gsu, (letter) => {
    const code = letter.charCodeAt(0);
    return code >= from && code <= to ? String.fromCharCode(code + by) : letter;
  });
}

function longestGroup(table: LetterTable, text: string, at: number): number {
  for (let length = Math.min(table.longest, text.length - at); length > 0; length--) {
    if (table.groups.has(text.slice(at, at + length))) return length;
  }
  return 0;
}

function costTable(of: Costs): Float32Array {
  const table = new Float32Array(SIZE * SIZE);
  const single = [...ALL].map((a) => [...ALL].map((b) => singleCost(a, b, of)));
  for (let a = 0; a < sets.length; a++) {
    for (let b = 0; b < sets.length; b++) table[a * SIZE + b] = cheapest(sets[a] ?? 0, sets[b] ?? 0, single);
  }
  return table;
}

function cheapest(a: number, b: number, single: readonly (readonly number[])[]): number {
  if ((a & b & ~MUTE) !== 0) return 0;
  let best = 2;
  single.forEach((costs, i) => {
    if ((a & (1 << i)) === 0) return;
    costs.forEach((cost, j) => {
      if ((b & (1 << j)) !== 0 && cost < best) best = cost;
    });
  });
  return best;
}

function singleCost(a: string, b: string, of: Costs): number {
  if (a === b) return 0;
  const vowels = Number(VOWELS.includes(a)) + Number(VOWELS.includes(b));
  if (vowels === 2) return NEAR_VOWELS.test(a + b) ? of.nearVowels : of.vowels;
  if (vowels === 1) return /^(ij|ji|uw|wu|uv|vu|ow|wo)$/.test(a + b) ? of.nearVowels : 2;
  for (const [cost, pairs] of NEAR) {
    if (pairs.split(' ').some((pair) => pair === a + b || pair === b + a)) return cost * of.nearConsonants;
  }
  return 1;
}

function leavingTable(of: Costs): Float32Array {
  const table = new Float32Array(SIZE);
  sets.forEach((set, symbol) => {
    const soft = (set & ~(VOWEL_BITS | bitOf('j') | MUTE)) === 0;
    if ((set & MUTE) !== 0) table[symbol] = MUTE_TOO_MANY;
    else if ((set & VOWEL_BITS) !== 0) table[symbol] = of.vowelTooMany;
    else table[symbol] = soft ? of.vowelTooMany : (set & bitOf('h')) === set ? 0.5 : 1;
  });
  return table;
}
