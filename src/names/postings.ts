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
  /** By name number, the consonants it must have and those it may have (see `SoundMask`). */
  readonly must: Uint32Array;
  readonly may: Uint32Array;
  /** Keys by key number, and their numbers by key. */
  readonly keys: readonly string[];
  readonly keyNumbers: ReadonlyMap<string, number>;
  /** Where the list of a key begins among `postings`; the next key's beginning is its end. */
  readonly starts: Uint32Array;
  /** Name numbers, ascending within a key. */
  readonly postings: Uint32Array;
}

/** The names filed under a key, by number, ascending; undefined where there is no such key. */
export function listOf(index: NameIndex, key: string): Uint32Array | undefined {
  const number = index.keyNumbers.get(key);
  return number === undefined ? undefined : index.postings.subarray(index.starts[number], index.starts[number + 1]);
}
