import { compareReadNames } from './compare.ts';
import { buildNameIndex } from './filed.ts';
import type { NameIndex } from './postings.ts';
import { readName } from './read.ts';
import { searchNames } from './search.ts';
import { indexFromBytes, indexToBytes } from './snapshot.ts';

// What `import … from 'unforgotten/names'` gives: names for programs that keep no register. These types are a promise to
// others; they stand here by themselves, so that what happens inside may change. Reasons are put into words when they are
// asked for: who wants scores alone need not wait for them.

/**
 * What two written names are to each other.
 *
 * @example
 * compareNames('Марыя Калеснікава', 'Maria Kolesnikova')
 * // { score: 0.92, verdict: 'same', reasons: ['Калеснікава and Kolesnikova are spellings of one name', …] }
 */
export interface Comparison {
  /** 0 … 1: the chance that two such names are one person's, where four pairs in five are not. */
  readonly score: number;
  /** `same` and `different` only where the names bear it; everything between is for a person to decide. */
  readonly verdict: 'same' | 'different' | 'unsure';
  /** What speaks for and against, part by part, in plain English. */
  readonly reasons: readonly string[];
}

/**
 * Somebody to be found: an id of yours and every form of the name that you know.
 *
 * @example
 * { id: '17', names: ['Марыя Калеснікава', 'Maryya Kalesnikava'] }
 */
export interface Person {
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * A person that a search found.
 *
 * @example
 * { id: '17', name: 'Maryya Kalesnikava', score: 0.93, reasons: ['…'] }
 */
export interface Found {
  readonly id: string;
  /** The form among the person's names that fits best. */
  readonly name: string;
  /** As `Comparison.score`. */
  readonly score: number;
  readonly reasons: readonly string[];
}

/**
 * People that can be searched by name.
 *
 * @example
 * const people = searchIn([{ id: '17', names: ['Марыя Калеснікава'] }]);
 * people.search('Kolesnikova')[0]?.id // '17'
 */
export interface SearchablePeople {
  /** How many names they have together. */
  readonly size: number;
  /** Whoever the query may mean, best first, each person once; at most `limit`, ten where it is left out. Never throws. */
  search(query: string, limit?: number): readonly Found[];
  /** Bytes that `load` reads back in a fraction of the time it took to file the names. The same people give the same bytes. */
  save(): Uint8Array;
}

/**
 * Compares two written names in any script, in any order of their parts. Symmetric; never throws. Two texts of which one
 * has no letters score 0 and are unsure.
 */
export function compareNames(left: string, right: string): Comparison {
  return compareReadNames(readName(left), readName(right));
}

/**
 * The comparison of two names as a few lines to show to whoever decides: the verdict with the score in hundredths, then
 * a line for each reason.
 *
 * @returns `unsure (0.31)`, a line break, `- Андрэй and Andrei are forms of one given name` …
 */
export function explainNames(left: string, right: string): string {
  const { score, verdict, reasons } = compareNames(left, right);
  return [`${verdict} (${score.toFixed(2)})`, ...reasons.map((reason) => `- ${reason}`)].join('\n');
}

/**
 * Files people under the sound of their names, to be searched in memory. Names without letters are left out.
 *
 * @param people each id once; of several in a row with one id, the names are put together.
 */
export function searchIn(people: Iterable<Person>): SearchablePeople {
  return searchable(buildNameIndex(people));
}

/**
 * Reads back what `save` wrote.
 *
 * @throws {Error} named `Refused`, in one sentence, where the bytes are not such, were changed or cut, or were written by
 * another version or with another vocabulary: file the people anew with `searchIn` then.
 */
export function load(saved: Uint8Array): SearchablePeople {
  return searchable(indexFromBytes(saved));
}

function searchable(index: NameIndex): SearchablePeople {
  return {
    size: index.size,
    search: (query, limit = 10) => searchNames(index, query, limit),
    save: () => indexToBytes(index),
  };
}
