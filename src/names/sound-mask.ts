import { soundsLikeBits } from './cost.ts';
import { once } from './once.ts';
import type { Part } from './part.ts';
import { CONSONANTS, type Sounds, soundsInSymbol, symbolCount } from './sounds.ts';

/**
 * The consonants of a name as bits: those that must be heard in it, and those that may be taken for one of its own. Two names
 * of one person rarely have a consonant that the other cannot have.
 *
 * @example
 * { must: 0b1001, may: 0b1111 }
 */
export type SoundMask = Pick<Part, 'must' | 'may'>;

const masks = once(() => ({
  must: Int32Array.from({ length: symbolCount() }, (_, symbol) => mustBeHeard(symbol)),
  may: Int32Array.from({ length: symbolCount() }, (_, symbol) => soundsLikeBits(symbol)),
  least: Uint8Array.from({ length: symbolCount() }, (_, symbol) => Number(isWhole(symbol))),
  most: Uint8Array.from({ length: symbolCount() }, (_, symbol) => Number(hasConsonant(symbol))),
  heft: Float64Array.from({ length: symbolCount() }, (_, symbol) => heftOf(symbol)),
}));

/** The mask of a word in all its readings, with and without its ending, and the most it can weigh. */
export function soundMask(sounds: Sounds, readings: readonly Sounds[], stem: Sounds | undefined): Measures {
  let measures = measuresOf(sounds);
  for (const reading of readings) measures = either(measures, measuresOf(reading));
  return stem === undefined ? measures : either(measures, measuresOf(stem));
}

type Measures = Pick<Part, 'must' | 'may' | 'heft' | 'least' | 'most'>;

function either(one: Measures, other: Measures): Measures {
  return {
    must: one.must & other.must,
    may: one.may | other.may,
    heft: Math.max(one.heft, other.heft),
    least: Math.min(one.least, other.least),
    most: Math.max(one.most, other.most),
  };
}

/** The mask of a name. A given name we know must be heard in none of its forms: Іван is John. */
export function soundMaskOfName(parts: readonly Part[]): SoundMask {
  let must = 0;
  let may = 0;
  for (const part of parts) {
    must |= mustHear(part);
    may |= part.may;
  }
  return { must, may };
}

/** The consonants that must be heard of a part in whatever form its bearer goes by. */
export function mustHear({ role, must }: Part): number {
  return role === 'given' || role === 'patronymic' || role === 'particle' ? 0 : must;
}

/** How many consonants of two names the other cannot have. */
export function unheardOf(one: SoundMask, other: SoundMask): number {
  return bitsIn(one.must & ~other.may) + bitsIn(other.must & ~one.may);
}

/** The least that two parts can cost: a whole consonant for each that nothing in the other comes near, or that is too many. */
export function leastCost(one: Part, other: Part): number {
  const near = Math.max(bitsIn(one.must & ~other.may), bitsIn(other.must & ~one.may));
  return Math.max(near, one.least - other.most, other.least - one.most);
}

function measuresOf(sounds: Sounds): Measures {
  const of = masks();
  let must = 0;
  let may = 0;
  let heft = 0;
  let least = 0;
  let most = 0;
  for (let at = 0; at < sounds.length; at++) {
    const symbol = sounds[at] ?? 0;
    must |= of.must[symbol] ?? 0;
    may |= of.may[symbol] ?? 0;
    heft += of.heft[symbol] ?? 0;
    least += of.least[symbol] ?? 0;
    most += of.most[symbol] ?? 0;
  }
  return { must, may, heft, least, most };
}

// Only a letter that stands for one consonant, and is not lost by any spelling, must be heard.
function mustBeHeard(symbol: number): number {
  const { letters, mute, ends } = soundsInSymbol(symbol);
  return !mute && !ends && letters.length === 1 && TELLS.test(letters) ? 1 << CONSONANTS.indexOf(letters) : 0;
}

// A consonant that costs a whole one to leave out.
function isWhole(symbol: number): boolean {
  const { letters, mute, ends } = soundsInSymbol(symbol);
  return !mute && !ends && letters !== '' && [...letters].every((letter) => TELLS.test(letter));
}

function hasConsonant(symbol: number): boolean {
  return [...soundsInSymbol(symbol).letters].some((letter) => CONSONANTS.includes(letter));
}

const TELLS = /[pbfvmntdszSZCJcDkglr]/u;
// A vowel never weighs more, however strictly it is taken.
const MOST_OF_A_VOWEL = 0.6;

function heftOf(symbol: number): number {
  return /[aeiouj]/u.test(soundsInSymbol(symbol).letters) ? MOST_OF_A_VOWEL : 1;
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
