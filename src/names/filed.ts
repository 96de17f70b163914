import { keysOf } from './keys.ts';
import type { Part } from './part.ts';
import { readName } from './read.ts';

/**
 * An index of names to be searched in any script. Made by `buildNameIndex` or read back by `indexFromBytes`; its inside
 * is nobody's business.
 *
 * @example
 * const index = buildNameIndex([{ id: 'p1', names: ['Марыя Калеснікава', 'Maryya Kalesnikava'] }]);
 */
export interface NameIndex {
  /** How many names it holds; an entry may have several. */
  readonly size: number;
  /** Ids by entry number. */
  readonly ids: readonly string[];
  /** Names as given, by name number. */
  readonly names: readonly string[];
  /** Entry number by name number. */
  readonly entries: Uint32Array;
  /** Keys by key number, and their numbers by key. */
  readonly keys: readonly string[];
  readonly keyNumbers: ReadonlyMap<string, number>;
  /** Where the list of a key begins among `postings`; the next key's beginning is its end. */
  readonly starts: Uint32Array;
  /** Name numbers, ascending within a key. */
  readonly postings: Uint32Array;
}

/**
 * Makes an index of entries with all their names. Names without letters are left out. Two entries of one id count as
 * one where they follow each other.
 */
export function buildNameIndex(entries: Iterable<{ id: string; names: readonly string[] }>): NameIndex {
  const ids: string[] = [];
  const names: string[] = [];
  const entryOf: number[] = [];
  const keyNumbers = new Map<string, number>();
  // A key a name, side by side, in the order of the names.
  const keyOfPosting: number[] = [];
  const nameOfPosting: number[] = [];
  const numbersOf = numberedKeys(keyNumbers);
  const lastName: number[] = [];
  for (const { id, names: forms } of entries) {
    if (ids.at(-1) !== id) ids.push(id);
    for (const name of forms.length > 1 ? new Set(forms) : forms) {
      const number = names.length;
      const before = keyOfPosting.length;
      for (const part of readName(name).parts) {
        for (const key of numbersOf(part)) {
          if (lastName[key] === number) continue;
          lastName[key] = number;
          keyOfPosting.push(key);
          nameOfPosting.push(number);
        }
      }
      if (keyOfPosting.length === before) continue;
      names.push(name.toWellFormed());
      entryOf.push(ids.length - 1);
    }
  }
  const { starts, postings } = listed(keyOfPosting, nameOfPosting, keyNumbers.size);
  const keys = [...keyNumbers.keys()];
  return { size: names.length, ids, names, entries: Uint32Array.from(entryOf), keys, keyNumbers, starts, postings };
}

/** The names filed under a key, by number, ascending; undefined where there is no such key. */
export function listOf(index: NameIndex, key: string): Uint32Array | undefined {
  const number = index.keyNumbers.get(key);
  return number === undefined ? undefined : index.postings.subarray(index.starts[number], index.starts[number + 1]);
}

function numberedKeys(keyNumbers: Map<string, number>): (part: Part) => readonly number[] {
  const known = new WeakMap<Part, readonly number[]>();
  return (part) => {
    let numbers = known.get(part);
    if (numbers === undefined) {
      numbers = keysOf(part).map((key) => {
        const number = keyNumbers.get(key) ?? keyNumbers.size;
        keyNumbers.set(key, number);
        return number;
      });
      known.set(part, numbers);
    }
    return numbers;
  };
}

// Names come in ascending order, so that counting is enough to sort them under their keys.
function listed(
  keyOfPosting: readonly number[],
  nameOfPosting: readonly number[],
  keys: number,
): { starts: Uint32Array; postings: Uint32Array } {
  const starts = new Uint32Array(keys + 1);
  for (const key of keyOfPosting) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const free = starts.slice();
  const postings = new Uint32Array(keyOfPosting.length);
  for (let at = 0; at < keyOfPosting.length; at++) {
    const key = keyOfPosting[at] ?? 0;
    const place = free[key] ?? 0;
    postings[place] = nameOfPosting[at] ?? 0;
    free[key] = place + 1;
  }
  return { starts, postings };
}
