import { listOf, type NameIndex } from './postings.ts';
import { type SoundMask, unheardOf } from './sound-mask.ts';

/**
 * A key of one part of a query, and how much of its rarity a name that shares it is given.
 *
 * @example
 * { key: 'KLSNKP', share: 1 }
 */
export interface AskedKey {
  readonly key: string;
  readonly share: number;
}

/**
 * A name that shares keys with a query, by number, with the sum of what they are worth.
 *
 * @example
 * { number: 17, credit: 9.4 }
 */
export interface Listed {
  readonly number: number;
  readonly credit: number;
}

// How many names may come in question; what shares less with the query than these is no answer.
const MOST_IN_QUESTION = 8_000;
// A part of so few names brings all of them in question; of a more common part only names that share another part too.
const FEW_ENOUGH = 1_500;
// So much of the lists of a part is looked at, rarest first.
const LONGEST_WALK = 80_000;
// A list that is longer than this many times the names in question is searched for each of them rather than walked.
const TIMES_LONGER = 12;
// What a consonant that the other name cannot have takes off the credit, and how many times as many names are so ranked.
const UNHEARD = 0.8;
const MORE = 8;
// A name with less than this share of the best credit shares only what everybody shares: few of these are looked at.
const LEAST_SHARE = 0.5;
const FEW = 20;
// Credits are kept as whole numbers, 64 to a unit of natural logarithm.
const UNIT = 64;
const MOST_CREDIT = 2 ** 13 - 1;

// What a search writes down of each name; wiped after every search.
interface Slate {
  readonly credit: Uint16Array;
  /** The last part of the query, counted from one, that gave the name credit; UNCREDITED where it is only in question. */
  readonly part: Uint8Array;
  readonly inQuestion: Uint32Array;
  /** A bit for each name that shares a part looked at before. */
  readonly seen: Uint32Array;
  readonly histogram: Uint32Array;
}

const UNCREDITED = 255;
const slates = new WeakMap<NameIndex, Slate>();

/**
 * The names that share the rarest keys with a query, at most `limit`, best first, ties in the order they were indexed. A
 * part of the query gives a name the rarity of the rarest key they share, once. In question come the names of rare parts,
 * and of common parts those that share two.
 */
export function shortlist(
  index: NameIndex,
  parts: readonly (readonly AskedKey[])[],
  mask: SoundMask,
  limit: number,
): Listed[] {
  const slate = slateOf(index);
  const weighed = rarestFirst(index, parts);
  const [rarest] = weighed;
  let asked = 0;
  for (const part of weighed) {
    asked = bringInQuestion(slate, part, asked, weighed.length === 1);
    // Parts that share with the last one were all looked at before.
    if (part !== weighed.at(-1)) markSeen(slate, part);
  }
  if (asked === 0 && rarest !== undefined) asked = bringInQuestion(slate, rarest, asked, true);
  for (const [at, { lists }] of weighed.entries()) {
    for (const list of lists) giveCredit(slate, list, asked, at + 1);
  }
  const found = leastUnheard(index, best(slate, asked, MORE * limit), mask).slice(0, limit);
  wipe(slate, asked);
  return found;
}

function bringInQuestion(
  { part, inQuestion, seen }: Slate,
  { lists, length }: WeighedPart,
  before: number,
  all: boolean,
): number {
  let asked = before;
  const open = all || length <= FEW_ENOUGH;
  for (const { list } of lists) {
    for (let i = 0; i < list.length && asked < MOST_IN_QUESTION; i++) {
      const number = list[i] ?? 0;
      if (!open && ((seen[number >>> 5] ?? 0) & (1 << (number & 31))) === 0) continue;
      if (part[number] !== 0) continue;
      part[number] = UNCREDITED;
      inQuestion[asked++] = number;
    }
  }
  return asked;
}

function markSeen({ seen }: Slate, { lists }: WeighedPart): void {
  for (const { list } of lists) {
    for (let i = 0; i < list.length; i++) {
      const number = list[i] ?? 0;
      seen[number >>> 5] = (seen[number >>> 5] ?? 0) | (1 << (number & 31));
    }
  }
}

function giveCredit(
  { credit, part, inQuestion }: Slate,
  { list, worth }: WeighedList,
  asked: number,
  mark: number,
): void {
  if (list.length > TIMES_LONGER * asked) {
    for (let i = 0; i < asked; i++) {
      const number = inQuestion[i] ?? 0;
      if (part[number] === mark || !isIn(list, number)) continue;
      part[number] = mark;
      credit[number] = Math.min(MOST_CREDIT, (credit[number] ?? 0) + worth);
    }
    return;
  }
  for (let i = 0; i < list.length; i++) {
    const number = list[i] ?? 0;
    const before = part[number];
    if (before === 0 || before === mark) continue;
    part[number] = mark;
    credit[number] = Math.min(MOST_CREDIT, (credit[number] ?? 0) + worth);
  }
}

// Of names that share as much, those that have least beside it come first.
function leastUnheard(index: NameIndex, listed: Listed[], mask: SoundMask): Listed[] {
  const ranked = listed.map(({ number, credit }) => {
    const unheard = unheardOf({ must: index.must[number] ?? 0, may: index.may[number] ?? 0 }, mask);
    return { number, credit: credit - UNHEARD * unheard };
  });
  return ranked.sort((a, b) => b.credit - a.credit || a.number - b.number);
}

// Numbers ascend within a list.
function isIn(list: Uint32Array, number: number): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return list[low] === number;
}

function wipe({ credit, part, inQuestion, seen }: Slate, asked: number): void {
  for (let i = 0; i < asked; i++) {
    const number = inQuestion[i] ?? 0;
    credit[number] = 0;
    part[number] = 0;
  }
  seen.fill(0);
}

function slateOf(index: NameIndex): Slate {
  const known = slates.get(index);
  if (known !== undefined) return known;
  const slate = {
    credit: new Uint16Array(index.size),
    part: new Uint8Array(index.size),
    inQuestion: new Uint32Array(Math.min(index.size, MOST_IN_QUESTION)),
    seen: new Uint32Array(Math.ceil(index.size / 32)),
    histogram: new Uint32Array(MOST_CREDIT + 1),
  };
  slates.set(index, slate);
  return slate;
}

interface WeighedList {
  readonly list: Uint32Array;
  readonly worth: number;
}

interface WeighedPart {
  /** Those that are worth most first, as many as may be looked at. */
  readonly lists: readonly WeighedList[];
  readonly length: number;
}

// Parts that tell most first.
function rarestFirst(index: NameIndex, parts: readonly (readonly AskedKey[])[]): WeighedPart[] {
  return parts.map((keys) => weigh(index, keys)).sort((a, b) => a.length - b.length);
}

function weigh(index: NameIndex, keys: readonly AskedKey[]): WeighedPart {
  const all: WeighedList[] = [];
  for (const { key, share } of keys) {
    const list = listOf(index, key);
    if (list === undefined) continue;
    all.push({ list, worth: Math.max(1, Math.round(UNIT * share * Math.log((index.size + 1) / list.length))) });
  }
  all.sort((a, b) => b.worth - a.worth || a.list.length - b.list.length);
  const lists: WeighedList[] = [];
  let length = 0;
  for (const one of all) {
    if (length + one.list.length > LONGEST_WALK) break;
    length += one.list.length;
    lists.push(one);
  }
  return { lists, length };
}

// Counts how many names have each credit, to know where to cut before anything is sorted.
function best({ credit, inQuestion, histogram }: Slate, asked: number, limit: number): Listed[] {
  let most = 0;
  for (let i = 0; i < asked; i++) {
    const value = credit[inQuestion[i] ?? 0] ?? 0;
    histogram[value] = (histogram[value] ?? 0) + 1;
    if (value > most) most = value;
  }
  let least = most;
  const lowest = most * LEAST_SHARE;
  let above = histogram[least] ?? 0;
  while (above < limit && least > 1 && (least > lowest || above < FEW)) above += histogram[--least] ?? 0;
  const found: Listed[] = [];
  for (let i = 0; i < asked; i++) {
    const number = inQuestion[i] ?? 0;
    const value = credit[number] ?? 0;
    if (value >= least) found.push({ number, credit: value / UNIT });
  }
  histogram.fill(0, 0, most + 1);
  return found.sort((a, b) => b.credit - a.credit || a.number - b.number).slice(0, limit);
}
