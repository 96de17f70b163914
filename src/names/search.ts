import { compareReadNames, scoreReadNames } from './compare.ts';
import { keysOf } from './keys.ts';
import { nearSkeletons } from './near.ts';
import type { Part, ReadName } from './part.ts';
import { readName } from './read.ts';

/**
 * An index of names to be searched in any script. Made by `buildNameIndex`; its inside is nobody's business.
 *
 * @example
 * const index = buildNameIndex([{ id: 'p1', names: ['Марыя Калеснікава', 'Maryya Kalesnikava'] }]);
 */
export interface NameIndex {
  /** How many names it holds; an entry may have several. */
  readonly size: number;
  readonly names: readonly IndexedName[];
  /** Name numbers by key, ascending. */
  readonly postings: ReadonlyMap<string, Uint32Array>;
  /** The skeletons among the keys, by length. */
  readonly skeletons: readonly (readonly string[])[];
}

/**
 * A name in an index.
 *
 * @example
 * { id: 'p1', name: 'Марыя Калеснікава' }
 */
interface IndexedName {
  readonly id: string;
  readonly name: string;
  /** The name taken apart, kept from the first time it was needed. */
  read?: ReadName;
}

/**
 * A name that a search found.
 *
 * @example
 * { id: 'p1', score: 0.93, name: 'Maryya Kalesnikava', reasons: ['Калеснікавай and Kalesnikava are spellings of one name'] }
 */
export interface FoundName {
  readonly id: string;
  /** As `NameComparison.score`. */
  readonly score: number;
  /** The form among the entry's names that fits best. */
  readonly name: string;
  readonly reasons: readonly string[];
}

// How many names get the full comparison, and how long the lists may be that are walked to choose them.
const FULLY_COMPARED = 200;
const LONGEST_WALK = 400_000;
// A best answer below this makes the search look again, one consonant off.
const GOOD_ENOUGH = 0.5;
// Names that contradict the query are not answers.
const LEAST_SCORE = 0.01;

/** Makes an index of entries with all their names. Names without letters are left out. */
export function buildNameIndex(entries: Iterable<{ id: string; names: readonly string[] }>): NameIndex {
  const names: IndexedName[] = [];
  const lists = new Map<string, number[]>();
  for (const { id, names: forms } of entries) {
    for (const name of new Set(forms)) {
      const keys = new Set(readName(name).parts.flatMap(keysOf));
      if (keys.size === 0) continue;
      const number = names.push({ id, name }) - 1;
      for (const key of keys) {
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [number]);
        else list.push(number);
      }
    }
  }
  const postings = new Map([...lists].map(([key, list]) => [key, Uint32Array.from(list)]));
  const skeletons: string[][] = [];
  for (const key of postings.keys()) {
    if (!/^[A-Z]/u.test(key)) continue;
    const ofLength = skeletons[key.length] ?? [];
    ofLength.push(key);
    skeletons[key.length] = ofLength;
  }
  return { size: names.length, names, postings, skeletons };
}

/**
 * Finds the entries whose names the query may mean, best first, each entry once with the name that fits best; at most
 * `limit`. Names that share the rarest keys with the query are compared in full; where none of them fits well, names
 * that are a consonant off are looked at too. Entries that score alike stand in the order they were indexed.
 */
export function searchNames(index: NameIndex, query: string, limit = 10): FoundName[] {
  const asked = readName(query);
  let found = ranked(index, asked, asked.parts.map(keysOf));
  if ((found[0]?.score ?? 0) < GOOD_ENOUGH) {
    found = ranked(
      index,
      asked,
      asked.parts.map((part) => [...keysOf(part), ...nearKeys(index, part)]),
    );
  }
  return found.slice(0, limit).map(({ indexed, score }) => {
    const { reasons } = compareReadNames(asked, readOnce(indexed));
    return { id: indexed.id, score, name: indexed.name, reasons };
  });
}

interface Ranked {
  readonly indexed: IndexedName;
  readonly number: number;
  readonly credit: number;
  readonly score: number;
}

function ranked(index: NameIndex, asked: ReadName, keys: readonly (readonly string[])[]): Ranked[] {
  const best = new Map<string, Ranked>();
  for (const { number, credit } of candidates(index, keys)) {
    const indexed = index.names[number];
    if (indexed === undefined) continue;
    const score = scoreReadNames(asked, readOnce(indexed));
    const before = best.get(indexed.id);
    if (score >= LEAST_SCORE && score > (before?.score ?? 0)) best.set(indexed.id, { indexed, number, credit, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.credit - a.credit || a.number - b.number);
}

function readOnce(indexed: IndexedName): ReadName {
  indexed.read ??= readName(indexed.name);
  return indexed.read;
}

// Every part of the query gives a name that shares one of its keys the rarity of that key, once.
function candidates(index: NameIndex, parts: readonly (readonly string[])[]): { number: number; credit: number }[] {
  const credits = new Map<number, number>();
  let walked = 0;
  for (const { lists } of rarestFirst(index, parts)) {
    const seen = new Set<number>();
    for (const list of lists) {
      walked += list.length;
      if (walked > LONGEST_WALK) break;
      const credit = Math.log((index.size + 1) / list.length);
      for (const number of list) {
        if (seen.has(number)) continue;
        seen.add(number);
        credits.set(number, (credits.get(number) ?? 0) + credit);
      }
    }
  }
  const all = [...credits].map(([number, credit]) => ({ number, credit }));
  return all.sort((a, b) => b.credit - a.credit || a.number - b.number).slice(0, FULLY_COMPARED);
}

function rarestFirst(
  index: NameIndex,
  parts: readonly (readonly string[])[],
): { lists: Uint32Array[]; length: number }[] {
  return parts
    .map((keys) => {
      const lists = keys.flatMap((key) => index.postings.get(key) ?? []).sort((a, b) => a.length - b.length);
      return { lists, length: lists.reduce((sum, list) => sum + list.length, 0) };
    })
    .sort((a, b) => a.length - b.length);
}

function nearKeys(index: NameIndex, part: Part): string[] {
  return keysOf(part).flatMap((key) => (/^[A-Z]{3}/u.test(key) ? nearSkeletons(index.skeletons, key) : []));
}
