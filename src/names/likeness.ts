import { differenceOf, type Strictness } from './cost.ts';
import type { Part } from './part.ts';
import { leastCost } from './sound-mask.ts';
import type { Sounds } from './sounds.ts';

/**
 * How two parts of names are alike.
 *
 * @example
 * { value: 1, how: 'one name' } // Марыя and Maria
 */
export interface Likeness {
  /** 0 nothing in common … 1 the same part in another spelling. */
  readonly value: number;
  readonly how:
    | 'identical'
    | 'one name'
    | 'short form'
    | 'same father'
    | 'sound'
    | 'other ending'
    | 'case or sex'
    | 'initial'
    | 'other name'
    | 'nothing';
}

const NOTHING: Likeness = { value: 0, how: 'nothing' };
// Two given names that are listed as different names are different, however alike they sound: Alena, Alina.
const OTHER_NAME: Likeness = { value: 0, how: 'other name' };
const IDENTICAL: Likeness = { value: 1, how: 'identical' };
const ONE_NAME: Likeness = { value: 1, how: 'one name' };
const SAME_FATHER: Likeness = { value: 1, how: 'same father' };
const SHORT_FORM: Likeness = { value: 0.88, how: 'short form' };
const OTHER_CASE: Likeness = { value: 0.96, how: 'other ending' };
// Александра may be Александр in the genitive, and may as well be a woman of that name.
const DOUBTFUL_CASE: Likeness = { value: 0.82, how: 'case or sex' };
const INITIAL: Likeness = { value: 0.86, how: 'initial' };

/** Less alike than this, two parts have nothing in common. */
export const LEAST_ALIKE = 0.55;

// What it costs to explain a difference by another case or gender.
const OTHER_ENDING = 0.2;
const LEAVES_OUT_VOWELS = new Set('Arab Hebr Deva Beng Guru Gujr Telu Knda Mlym Taml Sinh Mymr Khmr Thai'.split(' '));

// What was found of two parts lately, each pair in the place its numbers give. The words of names come again and again:
// whoever is sought meets the same given name in every candidate.
const PLACES = 2 ** 16;
const lower = new Float64Array(PLACES);
const higher = new Float64Array(PLACES);
const found: Likeness[] = new Array<Likeness>(PLACES).fill(NOTHING);

/** Compares two parts of two names. Symmetric; a part compared with itself is identical. */
export function likenessOf(left: Part, right: Part): Likeness {
  if (left.folded === right.folded) return IDENTICAL;
  const low = Math.min(left.number, right.number);
  const high = Math.max(left.number, right.number);
  const place = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 16;
  const known = found[place];
  if (known !== undefined && lower[place] === low && higher[place] === high) return known;
  const likeness = comparedLikeness(left, right);
  lower[place] = low;
  higher[place] = high;
  found[place] = likeness;
  return likeness;
}

function comparedLikeness(left: Part, right: Part): Likeness {
  if (left.role === 'numbered' || right.role === 'numbered') return NOTHING;
  if (left.role === 'initial' || right.role === 'initial') return initialLikeness(left, right);
  if (left.role === 'patronymic' && right.role === 'patronymic' && sharesGiven(left, right)) return SAME_FATHER;
  if (left.role === 'given' && right.role === 'given') return givenLikeness(left, right);
  return soundLikeness(left, right);
}

/** Compares a part with several adjoining ones that may be the same part written apart: Сунг Гён, Sung-gyon, Sunggyon. */
export function joinedLikeness(whole: Part, pieces: readonly Part[]): Likeness {
  const may = pieces.reduce((bits, piece) => bits | piece.may, 0);
  if ((whole.must & ~may) !== 0) return UNLIKE;
  const strictness = strictnessOf(whole, pieces[0] ?? whole);
  const sounds = pieces.flatMap((piece) => piece.sounds);
  let value = heardLikeness(whole.sounds, sounds, strictness);
  for (const reading of whole.readings ?? []) value = Math.max(value, heardLikeness(reading, sounds, strictness));
  return { value, how: 'sound' };
}

/** True of a script that leaves out vowels or spells every name by its own syllables. */
export function leavesOutVowels(script: string): boolean {
  return LEAVES_OUT_VOWELS.has(script);
}

// Arabic letters are written alike by all; where vowels are left out, one that is written tells.
function writesToTheLetter(left: Part, right: Part): boolean {
  return (left.eastern && right.eastern) || left.script === 'Arab' || left.script === 'Hebr';
}

/** How strictly the sounds of two parts are compared. */
function strictnessOf(left: Part, right: Part): Strictness {
  if (left.script === right.script) return writesToTheLetter(left, right) ? 'to the letter' : 'alike';
  if (left.foreign || right.foreign) return 'syllabic';
  if (leavesOutVowels(left.script) || leavesOutVowels(right.script)) return 'vowelless';
  return left.eastern || right.eastern ? 'eastern' : 'across';
}

function givenLikeness(left: Part, right: Part): Likeness {
  const shared = sharedGiven(left, right) ?? OTHER_NAME;
  if (shared !== SHORT_FORM || !isShort(left) || !isShort(right)) return shared;
  // Two forms of one short name: Катя, Кате.
  const heard = soundLikeness(left, right);
  return heard.value > SHORT_FORM.value ? heard : SHORT_FORM;
}

function isShort(part: Part): boolean {
  return part.given.some((one) => one.short);
}

function soundLikeness(left: Part, right: Part): Likeness {
  if (cannotBe(left, right)) return UNLIKE;
  const strictness = strictnessOf(left, right);
  if (left.readings !== undefined || right.readings !== undefined) return readingLikeness(left, right, strictness);
  const whole = heardLikeness(left.sounds, right.sounds, strictness);
  if (whole > 0.97 || (left.stem === undefined && right.stem === undefined)) return { value: whole, how: 'sound' };
  // A bare masculine form has no ending to take off: its whole is its stem.
  const stems = heardLikeness(left.stem ?? left.sounds, right.stem ?? right.sounds, strictness, OTHER_ENDING);
  return stems > whole ? { value: stems, how: 'other ending' } : { value: whole, how: 'sound' };
}

const UNLIKE: Likeness = { value: 0, how: 'sound' };

// Most words are told apart by consonants that the other has nothing like.
function cannotBe(left: Part, right: Part): boolean {
  return leastCost(left, right) > ((1 - LEAST_ALIKE) * Math.max(2, left.heft + right.heft)) / 2;
}

function readingLikeness(left: Part, right: Part, strictness: Strictness): Likeness {
  let value = 0;
  for (const one of [left.sounds, ...(left.readings ?? [])]) {
    for (const other of [right.sounds, ...(right.readings ?? [])]) {
      value = Math.max(value, heardLikeness(one, other, strictness));
    }
  }
  return { value, how: 'sound' };
}

function heardLikeness(left: Sounds, right: Sounds, strictness: Strictness, extra = 0): number {
  if (left.length === 0 || right.length === 0) return 0;
  return Math.max(0, 1 - differenceOf(left, right, strictness, 1 - LEAST_ALIKE, extra));
}

function initialLikeness(left: Part, right: Part): Likeness {
  const strictness = strictnessOf(left, right);
  const a = left.sounds.slice(0, 1);
  const b = right.sounds.slice(0, 1);
  if (a.length === 0 || b.length === 0) return NOTHING;
  return differenceOf(a, b, strictness, LEAST_ALIKE) <= 0.2 ? INITIAL : NOTHING;
}

function sharesGiven(left: Part, right: Part): boolean {
  return left.given.some((one) => right.given.some((other) => other.name === one.name));
}

function sharedGiven(left: Part, right: Part): Likeness | undefined {
  let found: Likeness | undefined;
  for (const one of left.given) {
    for (const other of right.given) {
      if (one.name !== other.name) continue;
      if (!one.short && !other.short && one.declined === other.declined) return ONE_NAME;
      if (one.short || other.short) found ??= SHORT_FORM;
      else found = alsoNominative(one.declined ? left : right) ? DOUBTFUL_CASE : OTHER_CASE;
    }
  }
  return found;
}

function alsoNominative(part: Part): boolean {
  return part.given.some((one) => !one.declined);
}
