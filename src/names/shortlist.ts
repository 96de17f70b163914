import { listOf, type NameIndex } from './filed.ts';

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

// How many names may come in question; lists beyond that only add to names that are in question already.
const MOST_IN_QUESTION = 20_000;
// Lists that are walked all the same; a name that only these know is one of very many.
const LONGEST_WALK = 150_000;
// A name with less than this share of the best credit shares only what everybody shares: few of these are looked at.
const LEAST_SHARE = 0.5;
const FEW = 20;
// Credits are kept as whole numbers, 64 to a unit of natural logarithm.
const UNIT = 64;
const MOST_CREDIT = 2 ** 13 - 1;

// What a search writes down of each name; wiped after every search.
interface Slate {
  readonly credit: Uint16Array;
  /** The last part of the query, counted from one, that gave the name credit. */
  readonly part: Uint8Array;
  readonly inQuestion: Uint32Array;
  readonly histogram: Uint32Array;
}

const slates = new WeakMap<NameIndex, Slate>();

/**
 * The names that share the rarest keys with a query, at most `limit`, best first, ties in the order they were indexed. A
 * part of the query gives a name the rarity of the rarest key they share, once. Lists are walked from the part that
 * tells most to the part that tells least.
 */
export function shortlist(index: NameIndex, parts: readonly (readonly AskedKey[])[], limit: number): Listed[] {
  const slate = slateOf(index);
  const { credit, part, inQuestion } = slate;
  let asked = 0;
  let walked = 0;
  for (const [at, lists] of rarestFirst(index, parts).entries()) {
    const mark = at + 1;
    for (const { list, worth } of lists) {
      walked += list.length;
      if (walked > LONGEST_WALK) break;
      const open = asked + list.length <= MOST_IN_QUESTION;
      for (let i = 0; i < list.length; i++) {
        const number = list[i] ?? 0;
        const before = part[number] ?? 0;
        if (before === mark || (before === 0 && !open)) continue;
        if (before === 0) inQuestion[asked++] = number;
        part[number] = mark;
        credit[number] = Math.min(MOST_CREDIT, (credit[number] ?? 0) + worth);
      }
    }
  }
  const found = best(slate, asked, limit);
  for (let i = 0; i < asked; i++) {
    const number = inQuestion[i] ?? 0;
    credit[number] = 0;
    part[number] = 0;
  }
  return found;
}

function slateOf(index: NameIndex): Slate {
  const known = slates.get(index);
  if (known !== undefined) return known;
  const slate = {
    credit: new Uint16Array(index.size),
    part: new Uint8Array(index.size),
    inQuestion: new Uint32Array(Math.min(index.size, MOST_IN_QUESTION)),
    histogram: new Uint32Array(MOST_CREDIT + 1),
  };
  slates.set(index, slate);
  return slate;
}

interface WeighedList {
  readonly list: Uint32Array;
  readonly worth: number;
}

function rarestFirst(index: NameIndex, parts: readonly (readonly AskedKey[])[]): readonly WeighedList[][] {
  const weighed = parts.map((keys) => {
    let length = 0;
    const lists: WeighedList[] = [];
    for (const { key, share } of keys) {
      const list = listOf(index, key);
      if (list === undefined) continue;
      length += list.length;
      lists.push({ list, worth: Math.max(1, Math.round(UNIT * share * Math.log((index.size + 1) / list.length))) });
    }
    return { length, lists: lists.sort((a, b) => b.worth - a.worth || a.list.length - b.list.length) };
  });
  return weighed.sort((a, b) => a.length - b.length).map(({ lists }) => lists);
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
