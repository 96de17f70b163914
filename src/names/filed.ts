import { Filing } from './filing.ts';
import { Numbers } from './numbers.ts';

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
  const entryOf = new Numbers();
  const filing = new Filing();
  for (const { id, names: forms } of entries) {
    if (ids.at(-1) !== id) ids.push(id);
    for (const name of forms.length > 1 ? new Set(forms) : forms) {
      if (!filing.file(name, names.length)) continue;
      names.push(name.isWellFormed() ? name : name.toWellFormed());
      entryOf.push(ids.length - 1);
    }
  }
  const { keys, starts, postings } = filing.listed();
  const keyNumbers = new Map(keys.map((key, number) => [key, number]));
  return { size: names.length, ids, names, entries: entryOf.all(), keys, keyNumbers, starts, postings };
}

/** The names filed under a key, by number, ascending; undefined where there is no such key. */
export function listOf(index: NameIndex, key: string): Uint32Array | undefined {
  const number = index.keyNumbers.get(key);
  return number === undefined ? undefined : index.postings.subarray(index.starts[number], index.starts[number + 1]);
}
