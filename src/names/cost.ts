import { once } from './once.ts';
import { CONSONANTS, type Sounds, soundsInSymbol, symbolCount, VOWELS } from './sounds.ts';

/**
 * How strictly the sounds of two words are compared: `alike` where both are in one script, `across` scripts, `vowelless`
 * where a script leaves out vowels, `eastern` where a Chinese or Korean name meets its romanisation, and `syllabic` where
 * these scripts spell a foreign name by their own syllables; `to the letter` where short names differ by a vowel.
 *
 * @example
 * 'across'
 */
export type Strictness = 'alike' | 'across' | 'vowelless' | 'eastern' | 'syllabic' | 'to the letter';

// What it costs, in consonants, to take one sound for another or to hear a vowel too many.
interface Costs {
  readonly vowels: number;
  readonly nearVowels: number;
  readonly vowelTooMany: number;
  readonly nearConsonants: number;
  readonly rTooMany: number;
}

const COSTS: Readonly<Record<Strictness, Costs>> = {
  alike: { vowels: 0.4, nearVowels: 0.2, vowelTooMany: 0.42, nearConsonants: 1.4, rTooMany: 1 },
  across: { vowels: 0.22, nearVowels: 0.12, vowelTooMany: 0.25, nearConsonants: 1, rTooMany: 1 },
  vowelless: { vowels: 0.12, nearVowels: 0.06, vowelTooMany: 0.09, nearConsonants: 0.9, rTooMany: 1 },
  // Park, Khor: r is written to make the vowel long.
  eastern: { vowels: 0.35, nearVowels: 0.2, vowelTooMany: 0.3, nearConsonants: 2, rTooMany: 0.3 },
  // Korean, Japanese and Chinese write no r at the end of a syllable: 파커, Parker.
  syllabic: { vowels: 0.12, nearVowels: 0.06, vowelTooMany: 0.09, nearConsonants: 0.9, rTooMany: 0.15 },
  'to the letter': { vowels: 0.7, nearVowels: 0.4, vowelTooMany: 0.6, nearConsonants: 1.5, rTooMany: 1 },
};
const MUTE_TOO_MANY = 0.06;
const BREATH_TOO_MANY = 0.5;
const VOWEL_FOR_CONSONANT = 2;

// Sounds that languages, ears and tables take for one another; pairs not listed are plainly different.
const NEAR_CONSONANTS: readonly (readonly [cost: number, pairs: RegExp])[] = [
  [0.3, /bv|fv|vw|pb|td|kg|gh|kh|sz|SZ|CJ|cs|cD|zD|cC|SJ|ZJ|zZ/u],
  [0.45, /pf|sS|zS|sZ|DJ|SC|sC|cZ|zJ|mn|kC|kc|jZ|jJ/u],
  [0.6, /tc|dD|tC|dJ|hS|bw/u],
];
const NEAR_VOWELS = /ao|ei|ea|iu|ou/u;
const VOWEL_NEAR_GLIDE = /ij|uw|uv|ow/u;

interface CostTable {
  /** What it costs to take a symbol for another, a row of all symbols for each. */
  readonly change: Float64Array;
  /** What it costs to hear nothing of a symbol. */
  readonly leave: Float64Array;
  /** The sounds, as bits, that a symbol can be taken for at less than a whole consonant; all where leaving it out costs less. */
  readonly reach: Int32Array;
}

const size = once(symbolCount);
const sounded = once(() => Int32Array.from({ length: size() }, (_, symbol) => bitsOf(soundsInSymbol(symbol).letters)));
const alike = once(() => costTable(COSTS.alike));
const across = once(() => costTable(COSTS.across));
const vowelless = once(() => costTable(COSTS.vowelless));
const eastern = once(() => costTable(COSTS.eastern));
const syllabic = once(() => costTable(COSTS.syllabic));
const toTheLetter = once(() => costTable(COSTS['to the letter']));

function tableOf(strictness: Strictness): CostTable {
  if (strictness === 'alike') return alike();
  if (strictness === 'across') return across();
  if (strictness === 'vowelless') return vowelless();
  if (strictness === 'eastern') return eastern();
  return strictness === 'syllabic' ? syllabic() : toTheLetter();
}

// Words are short; longer ones are cut, so that the rows are never outgrown.
const LONGEST = 64;
let row = new Float64Array(LONGEST + 1);
let next = new Float64Array(LONGEST + 1);

/**
 * How different two words sound, as a share of what they weigh: 0 where both may sound the same, 1 where nothing of one
 * is in the other. The least cost of turning one into the other: a weighted edit distance (Wagner and Fischer, The
 * String-to-String Correction Problem, 1974) over sets of sounds. Symmetric. Shares above `most` are not worked out:
 * Infinity stands for them. `extra` is what else has to be explained, in consonants.
 */
export function differenceOf(left: Sounds, right: Sounds, strictness: Strictness, most: number, extra = 0): number {
  const table = tableOf(strictness);
  const rows = Math.min(left.length, LONGEST);
  const columns = Math.min(right.length, LONGEST);
  const weight = Math.max(1, (weightOf(left, rows, table) + weightOf(right, columns, table)) / 2);
  const mostCost = most * weight;
  if (missing(left, rows, heardIn(right, columns), table) > mostCost) return Infinity;
  if (missing(right, columns, heardIn(left, rows), table) > mostCost) return Infinity;
  return (costOf(left, rows, right, columns, table, mostCost) + extra) / weight;
}

function costOf(
  left: Sounds,
  rows: number,
  right: Sounds,
  columns: number,
  { change, leave }: CostTable,
  most: number,
): number {
  const width = leave.length;
  row[0] = 0;
  for (let j = 1; j <= columns; j++) row[j] = (row[j - 1] ?? 0) + (leave[right[j - 1] ?? 0] ?? 0);
  for (let i = 1; i <= rows; i++) {
    const symbol = left[i - 1] ?? 0;
    const leaving = leave[symbol] ?? 0;
    const base = symbol * width;
    let before = row[0] ?? 0;
    let behind = before + leaving;
    let least = behind;
    next[0] = behind;
    for (let j = 1; j <= columns; j++) {
      const other = right[j - 1] ?? 0;
      const above = row[j] ?? 0;
      const changed = before + (change[base + other] ?? 0);
      const dropped = above + leaving;
      behind += leave[other] ?? 0;
      if (dropped < behind) behind = dropped;
      if (changed < behind) behind = changed;
      if (behind < least) least = behind;
      next[j] = behind;
      before = above;
    }
    if (least > most) return Infinity;
    const done = row;
    row = next;
    next = done;
  }
  const cost = row[columns] ?? 0;
  return cost > most ? Infinity : cost;
}

// What a word weighs: the cost of hearing nothing of it.
function weightOf(sounds: Sounds, length: number, { leave }: CostTable): number {
  let weight = 0;
  for (let i = 0; i < length; i++) weight += leave[sounds[i] ?? 0] ?? 0;
  return weight;
}

// Every consonant that nothing in the other word comes near costs a whole one: often enough to know without working it out.
function missing(sounds: Sounds, length: number, heard: number, { reach }: CostTable): number {
  let count = 0;
  for (let i = 0; i < length; i++) if (((reach[sounds[i] ?? 0] ?? 0) & heard) === 0) count++;
  return count;
}

function heardIn(sounds: Sounds, length: number): number {
  const bits = sounded();
  let heard = EVERY_WORD;
  for (let i = 0; i < length; i++) heard |= bits[sounds[i] ?? 0] ?? 0;
  return heard;
}

// A bit that every word has, for symbols that may be left out at little cost.
const EVERY_WORD = 1 << 30;
const LETTERS = [...CONSONANTS, ...VOWELS];

function bitsOf(letters: string): number {
  return [...letters].reduce((bits, letter) => bits | (1 << LETTERS.indexOf(letter)), 0);
}

/** The consonants that a symbol can be taken for at less than a whole one, a bit for each in the order of `CONSONANTS`. */
export function soundsLikeBits(symbol: number): number {
  const near = consonantsAlike();
  return [...soundsInSymbol(symbol).letters].reduce((bits, letter) => bits | (near.get(letter) ?? 0), 0);
}

const consonantsAlike = once(
  () =>
    new Map(
      [...CONSONANTS].map((one) => [
        one,
        bitsOf([...CONSONANTS].filter((other) => soundCost(one, other, COSTS.across) < 1).join('')),
      ]),
    ),
);

function costTable(costs: Costs): CostTable {
  const count = size();
  const single = new Map(
    LETTERS.map((one) => [one, new Map(LETTERS.map((other) => [other, soundCost(one, other, costs)]))]),
  );
  const change = new Float64Array(count * count);
  const leave = new Float64Array(count);
  const reach = new Int32Array(count);
  for (let a = 0; a < count; a++) {
    leave[a] = leaveCost(a, costs);
    const near = LETTERS.filter((other) =>
      [...soundsInSymbol(a).letters].some((one) => (single.get(one)?.get(other) ?? 0) < 1),
    );
    reach[a] = (leave[a] ?? 0) < 1 ? EVERY_WORD : bitsOf(near.join(''));
    for (let b = 0; b <= a; b++) {
      const cost = changeCost(a, b, single);
      change[a * count + b] = cost;
      change[b * count + a] = cost;
    }
  }
  return { change, leave, reach };
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
  const { letters, mute, ends } = soundsInSymbol(symbol);
  if (mute) return MUTE_TOO_MANY;
  if (letters === 'j' || [...letters].some((letter) => VOWELS.includes(letter))) return costs.vowelTooMany;
  if (ends) return costs.rTooMany;
  return letters === 'h' ? BREATH_TOO_MANY : 1;
}
