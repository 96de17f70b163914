import { once } from './once.ts';
import { CONSONANTS, type Sounds, soundsInSymbol, symbolCount, VOWELS } from './sounds.ts';

/**
 * How strictly the sounds of two words are compared: `alike` where both are in one script, `across` scripts, and
 * `vowelless` where a script leaves out vowels or spells foreign names by its own syllables.
 *
 * @example
 * 'across'
 */
export type Strictness = 'alike' | 'across' | 'vowelless';

// What it costs, in consonants, to take one sound for another or to hear a vowel too many.
interface Costs {
  readonly vowels: number;
  readonly nearVowels: number;
  readonly vowelTooMany: number;
  readonly nearConsonants: number;
}

const COSTS: Readonly<Record<Strictness, Costs>> = {
  alike: { vowels: 0.36, nearVowels: 0.16, vowelTooMany: 0.36, nearConsonants: 1.25 },
  across: { vowels: 0.22, nearVowels: 0.12, vowelTooMany: 0.25, nearConsonants: 1 },
  vowelless: { vowels: 0.12, nearVowels: 0.06, vowelTooMany: 0.09, nearConsonants: 0.9 },
};
const MUTE_TOO_MANY = 0.06;
const BREATH_TOO_MANY = 0.5;
const VOWEL_FOR_CONSONANT = 2;

// Sounds that languages, ears and tables take for one another; pairs not listed are plainly different.
const NEAR_CONSONANTS: readonly (readonly [cost: number, pairs: RegExp])[] = [
  [0.3, /bv|fv|vw|pb|td|kg|gh|kh|sz|SZ|CJ|cs|cD|zD|cC|SJ|ZJ|zZ|lr/u],
  [0.45, /pf|sS|zS|sZ|DJ|SC|sC|cZ|zJ|mn|kC|kc|jZ|jJ/u],
  [0.6, /tc|dD|tC|dJ|gJ|hS|bw/u],
];
const NEAR_VOWELS = /ao|ei|ea|iu|ou/u;
const VOWEL_NEAR_GLIDE = /ij|uw|uv|ow/u;

const tables = once(() => ({
  size: symbolCount(),
  alike: costTables(COSTS.alike),
  across: costTables(COSTS.across),
  vowelless: costTables(COSTS.vowelless),
}));

// Words are short; longer ones are cut, so that the rows are never outgrown.
const LONGEST = 64;
let row = new Float64Array(LONGEST + 1);
let next = new Float64Array(LONGEST + 1);

/**
 * The least cost, in consonants, of turning one word into the other: a weighted edit distance (Wagner and Fischer, The
 * String-to-String Correction Problem, 1974) over sets of sounds; 0 where both may sound the same. Symmetric. Costs above
 * `most` are not worked out: Infinity stands for them.
 */
export function costOf(left: Sounds, right: Sounds, strictness: Strictness, most: number): number {
  const { size, [strictness]: table } = tables();
  const { change, leave } = table;
  const rows = Math.min(left.length, LONGEST);
  const columns = Math.min(right.length, LONGEST);
  row[0] = 0;
  for (let j = 1; j <= columns; j++) row[j] = (row[j - 1] ?? 0) + (leave[right[j - 1] ?? 0] ?? 0);
  for (let i = 1; i <= rows; i++) {
    const symbol = left[i - 1] ?? 0;
    const leaving = leave[symbol] ?? 0;
    const base = symbol * size;
    let behind = (row[0] ?? 0) + leaving;
    let least = behind;
    next[0] = behind;
    for (let j = 1; j <= columns; j++) {
      const other = right[j - 1] ?? 0;
      const changed = (row[j - 1] ?? 0) + (change[base + other] ?? 0);
      const dropped = (row[j] ?? 0) + leaving;
      behind += leave[other] ?? 0;
      if (dropped < behind) behind = dropped;
      if (changed < behind) behind = changed;
      if (behind < least) least = behind;
      next[j] = behind;
    }
    if (least > most) return Infinity;
    [row, next] = [next, row];
  }
  const cost = row[columns] ?? 0;
  return cost > most ? Infinity : cost;
}

/** What a word weighs: the cost of hearing nothing of it. */
export function weightOf(sounds: Sounds, strictness: Strictness): number {
  const { leave } = tables()[strictness];
  let weight = 0;
  for (let i = 0; i < sounds.length; i++) weight += leave[sounds[i] ?? 0] ?? 0;
  return weight;
}

function costTables(costs: Costs): { change: Float64Array; leave: Float64Array } {
  const size = symbolCount();
  const sounds = [...CONSONANTS, ...VOWELS];
  const single = new Map(
    sounds.map((one) => [one, new Map(sounds.map((other) => [other, soundCost(one, other, costs)]))]),
  );
  const change = new Float64Array(size * size);
  const leave = new Float64Array(size);
  for (let a = 0; a < size; a++) {
    leave[a] = leaveCost(a, costs);
    for (let b = 0; b <= a; b++) {
      const cost = changeCost(a, b, single);
      change[a * size + b] = cost;
      change[b * size + a] = cost;
    }
  }
  return { change, leave };
}

function changeCost(a: number, b: number, single: ReadonlyMap<string, ReadonlyMap<string, number>>): number {
  let best = VOWEL_FOR_CONSONANT;
  for (const one of soundsInSymbol(a).letters) {
    for (const other of soundsInSymbol(b).letters) best = Math.min(best, single.get(one)?.get(other) ?? best);
  }
  return best;
}

function soundCost(one: string, other: string, costs: Costs): number {
  if (one === other) return 0;
  const either = (pattern: RegExp) => pattern.test(one + other) || pattern.test(other + one);
  const consonants = Number(CONSONANTS.includes(one)) + Number(CONSONANTS.includes(other));
  if (consonants === 0) return either(NEAR_VOWELS) ? costs.nearVowels : costs.vowels;
  if (consonants === 1) return either(VOWEL_NEAR_GLIDE) ? costs.nearVowels : VOWEL_FOR_CONSONANT;
  const near = NEAR_CONSONANTS.find(([, pairs]) => either(pairs));
  return near === undefined ? 1 : near[0] * costs.nearConsonants;
}

function leaveCost(symbol: number, costs: Costs): number {
  const { letters, mute } = soundsInSymbol(symbol);
  if (mute) return MUTE_TOO_MANY;
  if (letters === 'j' || [...letters].some((letter) => VOWELS.includes(letter))) return costs.vowelTooMany;
  return letters === 'h' ? BREATH_TOO_MANY : 1;
}
